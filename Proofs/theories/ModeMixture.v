(** How much latent mass a k-Lipschitz increasing generator sends between two modes. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Definition increasing (g : R -> R) := forall u v, u < v -> g u < g v.
Definition lipschitz (k : R) (g : R -> R) := forall u v, Rabs (g u - g v) <= k * Rabs (u - v).

(** Half of the latent interval that is sure to land between x + 3s and y - 3s. *)
Definition half_width (k s x y : R) := (y - x - 6 * s) / (2 * k).

(** The one that is printed, with 3s for 6s. *)
Definition printed_half_width (k s x y : R) := (y - x - 3 * s) / (2 * k).

(** A bound on the derivative is a Lipschitz constant. *)
Lemma lipschitz_of_derive_le (k : R) (g : R -> R) :
  (forall z, ex_derive g z) -> (forall z, Rabs (Derive g z) <= k) -> lipschitz k g.
Proof.
  intros smooth bounded u v.
  destruct (MVT_gen g v u (Derive g)) as [z [_ mean]].
  - intros; now apply Derive_correct.
  - intros; apply continuity_pt_filterlim, (ex_derive_continuous g); auto.
  - rewrite mean, Rabs_mult; apply Rmult_le_compat_r; auto using Rabs_pos.
Qed.

Lemma image_between_of_lipschitz k g c m h :
  0 < k -> lipschitz k g -> g c = m ->
  forall z, c - h / k <= z <= c + h / k -> m - h <= g z <= m + h.
Proof.
  intros positive bounded centre z near.
  assert (close : Rabs (z - c) <= h / k) by (apply Rabs_le; lra).
  generalize (bounded z c); rewrite centre; intros moved.
  assert (k * Rabs (z - c) <= h).
  { apply Rle_trans with (k * (h / k)); [apply Rmult_le_compat_l; lra | right; field; lra]. }
  apply Rabs_le_between' ; lra.
Qed.

Lemma interval_in_preimage k s x y g c :
  0 < k -> lipschitz k g -> g c = (x + y) / 2 ->
  forall z, c - half_width k s x y <= z <= c + half_width k s x y ->
  x + 3 * s <= g z <= y - 3 * s.
Proof.
  unfold half_width; intros positive bounded centre z near.
  replace ((y - x - 6 * s) / (2 * k)) with ((y - x - 6 * s) / 2 / k) in near by (field; lra).
  generalize (image_between_of_lipschitz k g c _ _ positive bounded centre z near); lra.
Qed.

Lemma linear_increasing k : 0 < k -> increasing (fun z => k * z).
Proof. intros positive u v; now apply Rmult_lt_compat_l. Qed.

Lemma linear_lipschitz k : 0 < k -> lipschitz k (fun z => k * z).
Proof.
  intros positive u v; rewrite <- Rmult_minus_distr_l, Rabs_mult, (Rabs_pos_eq k); lra.
Qed.

(** For g(z) = kz and the modes ±x, the preimage is exactly the interval of that half-width. *)
Lemma preimage_of_linear k s x z :
  0 < k ->
  (- x + 3 * s <= k * z <= x - 3 * s
   <-> - half_width k s (- x) x <= z <= half_width k s (- x) x).
Proof.
  intros positive.
  assert (width : k * half_width k s (- x) x = x - 3 * s) by (unfold half_width; field; lra).
  split; intros [lower upper]; split.
  - apply Rmult_le_reg_l with k; lra.
  - apply Rmult_le_reg_l with k; lra.
  - apply (Rmult_le_compat_l k) in lower; lra.
  - apply (Rmult_le_compat_l k) in upper; lra.
Qed.

(** The printed bound is more than the probability itself, whatever increasing F is the law's
    distribution function. *)
Lemma printed_bound_false_of_linear k s x (F : R -> R) :
  0 < k -> 0 < s -> increasing F ->
  let w := half_width k s (- x) x in
  let w' := printed_half_width k s (- x) x in
  F w - F (- w) < F w' - F (- w').
Proof.
  intros positive spread monotone w w'.
  assert (gap : w' = w + 3 * s / (2 * k))
    by (unfold w, w', printed_half_width, half_width; field; lra).
  assert (0 < 3 * s / (2 * k)) by (apply Rdiv_lt_0_compat; lra).
  generalize (monotone w w') (monotone (- w') (- w)); lra.
Qed.

Lemma linear_is_an_instance k s x (F : R -> R) :
  0 < k -> 0 < s -> increasing F ->
  increasing (fun z => k * z) /\ lipschitz k (fun z => k * z) /\ k * 0 = (- x + x) / 2
  /\ (forall z, - x + 3 * s <= k * z <= x - 3 * s
      <-> - half_width k s (- x) x <= z <= half_width k s (- x) x)
  /\ F (half_width k s (- x) x) - F (- half_width k s (- x) x)
     < F (printed_half_width k s (- x) x) - F (- printed_half_width k s (- x) x).
Proof.
  intros; repeat split; try (apply preimage_of_linear; assumption).
  - now apply linear_increasing.
  - now apply linear_lipschitz.
  - lra.
  - now apply printed_bound_false_of_linear.
Qed.

Lemma interval_in_preimage_of_derive_le k s x y g c :
  0 < k -> (forall z, ex_derive g z) -> (forall z, Rabs (Derive g z) <= k) ->
  g c = (x + y) / 2 ->
  forall z, c - (y - x - 6 * s) / (2 * k) <= z <= c + (y - x - 6 * s) / (2 * k) ->
  x + 3 * s <= g z <= y - 3 * s.
Proof.
  intros positive smooth bounded centre z near.
  now apply (interval_in_preimage k s x y g c); auto using lipschitz_of_derive_le.
Qed.
