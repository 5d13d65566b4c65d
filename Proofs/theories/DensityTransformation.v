(** Lemma C.2 on the line: the density of the image under a map that is injective on pieces. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities Missing.EuclideanSpace.
Open Scope R_scope.

Lemma is_derive_sum n (f : nat -> R -> R) (f' : nat -> R) x :
  (forall i, (i < n)%nat -> is_derive (f i) x (f' i)) ->
  is_derive (fun u => sum n (fun i => f i u)) x (sum n f').
Proof.
  induction n as [| m step]; intros each; simpl; [apply @is_derive_const |].
  apply (is_derive_plus (fun u => sum m (fun i => f i u)) (f m)); auto.
Qed.

Section Pieces.

(** F is the distribution function of X, rho its density. Piece k is sent to its image with the
    orientation e k and the inverse psi k; from a to y it receives the mass of psi k from a to y. *)
Variables (F rho : R -> R) (count : nat) (psi : nat -> R -> R) (psi' e : nat -> R) (a y : R).
Hypotheses (F_derive : forall x, is_derive F x (rho x)).
Hypotheses (psi_derive : forall k, (k < count)%nat -> is_derive (psi k) y (psi' k)).
Hypotheses (sign : forall k, (k < count)%nat -> Rabs (e k) = 1 /\ 0 <= e k * psi' k).

Definition image_mass (u : R) : R := sum count (fun k => e k * (F (psi k u) - F (psi k a))).

Lemma is_derive_image_mass :
  is_derive image_mass y (sum count (fun k => rho (psi k y) * Rabs (psi' k))).
Proof.
  apply (is_derive_sum count (fun k u => e k * (F (psi k u) - F (psi k a)))).
  intros k inside; destruct (sign k inside) as [size positive].
  assert (value : Rabs (psi' k) = e k * psi' k).
  { rewrite <- (Rabs_pos_eq _ positive), Rabs_mult, size; ring. }
  rewrite value; evar_last.
  - apply is_derive_scal, (is_derive_minus (fun u => F (psi k u)) (fun _ => F (psi k a)));
      [| apply @is_derive_const].
    apply (is_derive_comp F (psi k)); auto.
  - unfold minus, plus, opp, zero, scal; simpl; unfold mult; simpl; ring.
Qed.

End Pieces.

(** At the image of a point x, with the point psi k (f x) of each piece that has that image. *)
Lemma is_derive_image_mass_at_image (F rho f f' : R -> R) (count : nat) (psi : nat -> R -> R)
    (e : nat -> R) (a x : R) :
  (forall u, is_derive F u (rho u)) -> (forall u, 0 <= rho u) ->
  let y := f x in
  (forall k, (k < count)%nat ->
    f' (psi k y) <> 0 /\ is_derive (psi k) y (/ f' (psi k y))
    /\ Rabs (e k) = 1 /\ 0 <= e k * / f' (psi k y)) ->
  let density := sum count (fun k => rho (psi k y) * / Rabs (f' (psi k y))) in
  is_derive (image_mass F count psi e a) y density
  /\ forall k, (k < count)%nat -> psi k y = x -> rho x * / Rabs (f' x) <= density.
Proof.
  intros F_derive rho_pos y pieces density; split.
  - unfold density; rewrite (sum_ext _ _ (fun k => rho (psi k y) * Rabs (/ f' (psi k y)))).
    + apply is_derive_image_mass; [exact F_derive | |]; intros k inside; now apply pieces.
    + intros k inside; now rewrite Rabs_inv.
  - intros k inside point.
    replace (rho x * / Rabs (f' x)) with (rho (psi k y) * / Rabs (f' (psi k y)))
      by (now rewrite point).
    apply (term_le_sum count
      (fun k => rho (psi k y) * / Rabs (f' (psi k y)))); [| assumption].
    intros j low; apply Rmult_le_pos; [apply rho_pos |].
    left; apply Rinv_0_lt_compat, Rabs_pos_lt; now apply pieces.
Qed.

Lemma image_density_ge_term (F rho f f' : R -> R) (count : nat) (psi : nat -> R -> R)
    (e : nat -> R) (a x : R) :
  (forall u, is_derive F u (rho u)) -> (forall u, 0 <= rho u) ->
  let y := f x in
  (forall k, (k < count)%nat ->
    f' (psi k y) <> 0 /\ is_derive (psi k) y (/ f' (psi k y))
    /\ Rabs (e k) = 1 /\ 0 <= e k * / f' (psi k y)) ->
  forall k, (k < count)%nat -> psi k y = x ->
  rho x * / Rabs (f' x) <= Derive (image_mass F count psi e a) y.
Proof.
  intros F_is rho_pos y pieces k inside point.
  destruct (is_derive_image_mass_at_image F rho f f' count psi e a x F_is rho_pos pieces)
    as [derive terms].
  unfold y; rewrite (is_derive_unique _ _ _ derive); now apply (terms k).
Qed.

(** ** The second form *)

Lemma is_derive_sqrt_1 : is_derive sqrt 1 (1 / 2).
Proof.
  apply is_derive_Reals; replace (1 / 2) with (/ (2 * sqrt 1)) by (rewrite sqrt_1; field).
  apply derivable_pt_lim_sqrt; lra.
Qed.

(** X of N(1, 1) and Y = X², for which P(Y <= y) = F(√y) - F(-√y): at 1, the image of the points
    1 and -1, both with |2x| = 2. The printed form has the term of x = 1 twice. *)
Lemma same_point_false (F : R -> R) :
  (forall x, is_derive F x (gaussian1 1 1 x)) ->
  is_derive (fun y => F (sqrt y) - F (- sqrt y)) 1
    (gaussian1 1 1 1 * / Rabs (2 * 1) + gaussian1 1 1 (-1) * / Rabs (2 * -1))
  /\ ~ is_derive (fun y => F (sqrt y) - F (- sqrt y)) 1
    (gaussian1 1 1 1 * / Rabs (2 * 1) + gaussian1 1 1 1 * / Rabs (2 * 1)).
Proof.
  intros F_derive.
  rewrite (Rabs_pos_eq (2 * 1)), (Rabs_left (2 * -1)) by lra.
  assert (right : is_derive (fun y => F (sqrt y) - F (- sqrt y)) 1
    (gaussian1 1 1 1 * / (2 * 1) + gaussian1 1 1 (-1) * / - (2 * -1))).
  { evar_last.
    - apply (is_derive_minus (fun y => F (sqrt y)) (fun y => F (- sqrt y))).
      + apply (is_derive_comp F sqrt); [apply F_derive | apply is_derive_sqrt_1].
      + apply (is_derive_comp F (fun y => - sqrt y)); [apply F_derive |].
        apply (is_derive_opp sqrt), is_derive_sqrt_1.
    - rewrite sqrt_1; unfold minus, plus, opp, scal; simpl; unfold mult; simpl.
      replace (-1) with (- (1)) by ring; field. }
  split; [exact right |]; intros printed.
  apply is_derive_unique in right; apply is_derive_unique in printed.
  rewrite printed in right; unfold gaussian1 in right.
  replace (- (1 - 1) ^ 2 / (2 * 1 ^ 2)) with 0 in right by field.
  replace (- (-1 - 1) ^ 2 / (2 * 1 ^ 2)) with (-2) in right by field.
  rewrite exp_0 in right; replace (- (2 * -1)) with (2 * 1) in right by ring.
  assert (less : exp (-2) < 1) by (rewrite <- exp_0; apply exp_increasing; lra).
  assert (root : 0 < / (sqrt (2 * PI) * 1)).
  { apply Rinv_0_lt_compat; rewrite Rmult_1_r; apply sqrt_lt_R0; generalize PI_RGT_0; lra. }
  set (c := / (sqrt (2 * PI) * 1)) in *.
  assert (c * exp (-2) < c * 1) by (now apply Rmult_lt_compat_l); lra.
Qed.
