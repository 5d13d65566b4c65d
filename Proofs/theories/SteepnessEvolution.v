(** How steep a generator becomes at the centre of a symmetric mixture of two modes. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities.
Open Scope R_scope.

(** * The symmetric mixture at its centre *)

Definition symmetric_mixture (m s x : R) : R := / 2 * (gaussian1 (- m) s x + gaussian1 m s x).

Definition symmetric_mixture' (m s x : R) : R :=
  - / (2 * s ^ 2) * ((x + m) * gaussian1 (- m) s x + (x - m) * gaussian1 m s x).

Lemma is_derive_gaussian1 (m s x : R) :
  0 < s -> is_derive (gaussian1 m s) x (- (x - m) / s ^ 2 * gaussian1 m s x).
Proof.
  intros spread; unfold gaussian1.
  assert (0 < sqrt (2 * PI)) by (apply sqrt_lt_R0; generalize PI_RGT_0; lra).
  auto_derive; [nra |].
  match goal with |- _ * (_ * exp ?e) = _ * (_ * exp ?f) => replace e with f by (field; lra) end.
  field; lra.
Qed.

Lemma is_derive_symmetric_mixture (m s x : R) :
  0 < s -> is_derive (symmetric_mixture m s) x (symmetric_mixture' m s x).
Proof.
  intros spread; unfold symmetric_mixture; evar_last.
  - apply is_derive_scal, @is_derive_plus; now apply is_derive_gaussian1.
  - unfold symmetric_mixture', plus; simpl; field; lra.
Qed.

Lemma symmetric_mixture_centre (m s : R) :
  0 < s -> symmetric_mixture m s 0 = exp (- m ^ 2 / (2 * s ^ 2)) / (sqrt (2 * PI) * s).
Proof.
  intros spread; unfold symmetric_mixture, gaussian1.
  assert (0 < sqrt (2 * PI)) by (apply sqrt_lt_R0; generalize PI_RGT_0; lra).
  replace (- (0 - m) ^ 2) with (- m ^ 2) by ring.
  replace (- (0 - - m) ^ 2) with (- m ^ 2) by ring; field; lra.
Qed.

Lemma is_derive_symmetric_mixture' (m s : R) :
  0 < s ->
  is_derive (symmetric_mixture' m s) 0 ((m ^ 2 - s ^ 2) / s ^ 4 * symmetric_mixture m s 0).
Proof.
  intros spread; unfold symmetric_mixture', symmetric_mixture; evar_last.
  - apply is_derive_scal, @is_derive_plus.
    + apply (is_derive_mult (fun u => u + m));
        [auto_derive; auto | now apply is_derive_gaussian1 |].
      intros; apply Rmult_comm.
    + apply (is_derive_mult (fun u => u - m));
        [auto_derive; auto | now apply is_derive_gaussian1 |].
      intros; apply Rmult_comm.
  - unfold plus, mult; simpl; field; lra.
Qed.

(** * The push-forward of the standard Gaussian at 0 *)

Definition standard_gaussian (z : R) : R := gaussian1 0 1 z.

Lemma is_derive_standard_gaussian (z : R) :
  is_derive standard_gaussian z (- z * standard_gaussian z).
Proof.
  evar_last; [apply is_derive_gaussian1; lra | unfold standard_gaussian; field].
Qed.

Lemma standard_gaussian_0 : standard_gaussian 0 = / sqrt (2 * PI).
Proof.
  unfold standard_gaussian, gaussian1.
  replace (- (0 - 0) ^ 2 / (2 * 1 ^ 2)) with 0 by field; rewrite exp_0.
  now rewrite !Rmult_1_r.
Qed.

Section Evolution.

(** The generator with its derivatives, and the density of what it generates with its own. *)
Variables (g g1 g2 : R -> R) (k g3 : R) (q q1 : R -> R) (q2 : R).
Hypotheses (g_derive : forall z, is_derive g z (g1 z)).
Hypotheses (g1_derive : forall z, is_derive g1 z (g2 z)).
Hypotheses (g2_derive : is_derive g2 0 g3) (g1_pos : forall z, 0 < g1 z).
Hypotheses (g_0 : g 0 = 0) (g1_0 : g1 0 = k) (g2_0 : g2 0 = 0).
Hypotheses (q_derive : forall x, is_derive q x (q1 x)) (q1_derive : is_derive q1 0 q2).
Hypothesis push_forward : forall z, q (g z) * g1 z = standard_gaussian z.

Lemma k_pos : 0 < k.
Proof. rewrite <- g1_0; apply g1_pos. Qed.

Lemma root_pos : 0 < sqrt (2 * PI).
Proof. apply sqrt_lt_R0; generalize PI_RGT_0; lra. Qed.

Lemma q_0 : q 0 = / (sqrt (2 * PI) * k).
Proof.
  generalize (push_forward 0) k_pos root_pos; rewrite g_0, g1_0, standard_gaussian_0.
  intros at_0 ? ?.
  apply Rmult_eq_reg_r with k; [rewrite at_0; field; lra | lra].
Qed.

Lemma is_derive_q_of_g (z : R) : is_derive (fun u => q (g u)) z (g1 z * q1 (g z)).
Proof. apply (is_derive_comp q g); auto. Qed.

Lemma push_forward' (z : R) :
  q1 (g z) = standard_gaussian z * (- z * g1 z - g2 z) / g1 z ^ 3.
Proof.
  assert (product : is_derive (fun u => q (g u) * g1 u) z
    (g1 z * q1 (g z) * g1 z + q (g z) * g2 z)).
  { apply (is_derive_mult (fun u => q (g u)) g1); auto using is_derive_q_of_g.
    intros; apply Rmult_comm. }
  apply is_derive_unique in product.
  rewrite (Derive_ext _ standard_gaussian) in product by exact push_forward.
  rewrite (is_derive_unique _ _ _ (is_derive_standard_gaussian z)) in product.
  generalize (g1_pos z) (push_forward z); intros.
  assert (value : q (g z) = standard_gaussian z / g1 z)
    by (apply Rmult_eq_reg_r with (g1 z); [rewrite push_forward; field |]; lra).
  rewrite value in product.
  replace (q1 (g z)) with ((g1 z * q1 (g z) * g1 z) / g1 z ^ 2) by (field; lra).
  replace (g1 z * q1 (g z) * g1 z)
    with (- z * standard_gaussian z - standard_gaussian z / g1 z * g2 z) by lra.
  field; lra.
Qed.

Lemma q1_0 : q1 0 = 0.
Proof.
  transitivity (q1 (g 0)); [now rewrite g_0 |].
  rewrite push_forward', g2_0, g1_0; field; generalize k_pos; lra.
Qed.

Lemma q2_value : q2 = - (k + g3) / (sqrt (2 * PI) * k ^ 4).
Proof.
  generalize k_pos root_pos; intros.
  assert (left : is_derive (fun z => q1 (g z)) 0 (k * q2)).
  { apply (is_derive_comp q1 g); [now rewrite g_0 | rewrite <- g1_0; auto]. }
  assert (right : is_derive (fun z => standard_gaussian z * (- z * g1 z - g2 z) / g1 z ^ 3) 0
    (/ sqrt (2 * PI) * (- k - g3) / k ^ 3)).
  { auto_derive.
    - assert (0 < k * (k * (k * 1))) by (repeat apply Rmult_lt_0_compat; lra).
      repeat split;
        first [ exists g3; exact g2_derive | apply Rgt_not_eq; rewrite g1_0; assumption
              | eexists; apply is_derive_standard_gaussian | eexists; apply g1_derive ].
    - replace (Derive (fun u : R => g2 u) 0) with g3 by (symmetry; now apply is_derive_unique).
      replace (Derive (fun u : R => g1 u) 0) with (g2 0)
        by (symmetry; apply is_derive_unique, g1_derive).
      replace (Derive (fun u : R => standard_gaussian u) 0) with (- 0 * standard_gaussian 0)
        by (symmetry; apply is_derive_unique, is_derive_standard_gaussian).
      rewrite g1_0, g2_0, standard_gaussian_0; field; lra. }
  apply is_derive_unique in left; apply is_derive_unique in right.
  assert (same : k * q2 = / sqrt (2 * PI) * (- k - g3) / k ^ 3)
    by (rewrite <- left, <- right; apply Derive_ext, push_forward').
  apply Rmult_eq_reg_l with k; [rewrite same; field |]; lra.
Qed.

(** * The slope of the velocity along the generator at 0 *)

Variables m s : R.
Hypothesis s_pos : 0 < s.
Hypothesis q_pos : forall x, 0 < q x.

(** ∇d/d for d = p/(p+q), p the mixture. *)
Definition velocity (x : R) : R :=
  (symmetric_mixture' m s x * q x - symmetric_mixture m s x * q1 x)
  / ((symmetric_mixture m s x + q x) * symmetric_mixture m s x).

Lemma mixture_pos x : 0 < symmetric_mixture m s x.
Proof.
  unfold symmetric_mixture.
  generalize (gaussian1_pos m s x s_pos) (gaussian1_pos (- m) s x s_pos); lra.
Qed.

Lemma velocity_eq (x : R) :
  let d u := symmetric_mixture m s u / (symmetric_mixture m s u + q u) in
  velocity x = Derive d x / d x.
Proof.
  intros d; generalize (mixture_pos x) (q_pos x); intros.
  assert (slope : is_derive d x ((symmetric_mixture' m s x * (symmetric_mixture m s x + q x)
    - symmetric_mixture m s x * (symmetric_mixture' m s x + q1 x))
    / (symmetric_mixture m s x + q x) ^ 2)).
  { apply (is_derive_div (symmetric_mixture m s) (fun u => symmetric_mixture m s u + q u)).
    - now apply is_derive_symmetric_mixture.
    - apply (is_derive_plus (symmetric_mixture m s) q); auto.
      now apply is_derive_symmetric_mixture.
    - lra. }
  rewrite (is_derive_unique _ _ _ slope); unfold velocity, d; field; lra.
Qed.

Lemma symmetric_mixture'_0 : symmetric_mixture' m s 0 = 0.
Proof.
  unfold symmetric_mixture', gaussian1.
  replace (- (0 - - m) ^ 2) with (- (0 - m) ^ 2) by ring; ring.
Qed.

Definition rate (e : R) : R :=
  ((m ^ 2 - s ^ 2) / s ^ 4 * k ^ 3 + k + g3) / (exp e / s * k ^ 3 + k ^ 2).

Lemma is_derive_velocity_of_g :
  is_derive (fun z => velocity (g z)) 0 (rate (- m ^ 2 / (2 * s ^ 2))).
Proof.
  generalize (mixture_pos 0) (q_pos 0) k_pos root_pos; intros.
  assert (slope : is_derive velocity 0
    (((m ^ 2 - s ^ 2) / s ^ 4 * symmetric_mixture m s 0 * q 0 - symmetric_mixture m s 0 * q2)
     / ((symmetric_mixture m s 0 + q 0) * symmetric_mixture m s 0))).
  { generalize (is_derive_symmetric_mixture m s 0 s_pos); intros p_derive.
    generalize (is_derive_symmetric_mixture' m s s_pos); intros p1_derive.
    unfold velocity; auto_derive.
    - repeat split; try (eexists; eauto); apply Rmult_integral_contrapositive; lra.
    - replace (Derive (fun u : R => symmetric_mixture m s u) 0) with (symmetric_mixture' m s 0)
        by (symmetry; now apply is_derive_unique).
      rewrite (is_derive_unique (fun u : R => symmetric_mixture' m s u) _ _ p1_derive).
      replace (Derive (fun u : R => q u) 0) with (q1 0)
        by (symmetry; apply is_derive_unique, q_derive).
      replace (Derive (fun u : R => q1 u) 0) with q2 by (symmetry; now apply is_derive_unique).
      rewrite symmetric_mixture'_0, q1_0; field; lra. }
  evar_last; [apply (is_derive_comp velocity g); [rewrite g_0; exact slope | apply g_derive] |].
  rewrite g1_0, q2_value, q_0, symmetric_mixture_centre by assumption; unfold rate.
  generalize (exp_pos (- m ^ 2 / (2 * s ^ 2))); generalize (exp (- m ^ 2 / (2 * s ^ 2))).
  intros e e_pos; unfold scal; simpl; unfold mult; simpl.
  assert (0 < e * k) by now apply Rmult_lt_0_compat.
  assert (0 < e * (k * (k * k))) by (repeat apply Rmult_lt_0_compat; lra).
  assert (0 < k * k * s) by (repeat apply Rmult_lt_0_compat; lra).
  field; lra.
Qed.

End Evolution.

Lemma is_derive_field_of_g (g g1 g2 : R -> R) (k g3 : R) (q q1 : R -> R) (q2 m s : R) :
  (forall z, is_derive g z (g1 z)) -> (forall z, is_derive g1 z (g2 z)) -> is_derive g2 0 g3 ->
  (forall z, 0 < g1 z) -> g 0 = 0 -> g1 0 = k -> g2 0 = 0 ->
  (forall x, is_derive q x (q1 x)) -> is_derive q1 0 q2 -> (forall x, 0 < q x) ->
  (forall z, q (g z) * g1 z = gaussian1 0 1 z) -> 0 < s ->
  let p := symmetric_mixture m s in
  let d x := p x / (p x + q x) in
  is_derive (fun z => Derive d (g z) / d (g z)) 0
    (((m ^ 2 - s ^ 2) / s ^ 4 * k ^ 3 + k + g3)
     / (exp (- m ^ 2 / (2 * s ^ 2)) / s * k ^ 3 + k ^ 2)).
Proof.
  intros; apply (is_derive_ext (fun z => velocity q q1 m s (g z))).
  - intros z; now apply velocity_eq.
  - now apply (is_derive_velocity_of_g g g1 g2 k g3 q q1 q2).
Qed.

(** The last display of the proof has exp(-m²/s²) for exp(-m²/(2s²)). *)
Lemma rate_printed_in_proof_false :
  rate 1 0 2 1 (- 2 ^ 2 / 1 ^ 2) <> rate 1 0 2 1 (- 2 ^ 2 / (2 * 1 ^ 2)).
Proof.
  unfold rate; intros same.
  replace (- 2 ^ 2 / 1 ^ 2) with (-4) in same by field.
  replace (- 2 ^ 2 / (2 * 1 ^ 2)) with (-2) in same by field.
  generalize (exp_pos (-4)) (exp_pos (-2)); intros.
  assert (less : exp (-4) < exp (-2)) by (apply exp_increasing; lra).
  apply (Rmult_eq_compat_r
    ((exp (-4) / 1 * 1 ^ 3 + 1 ^ 2) * (exp (-2) / 1 * 1 ^ 3 + 1 ^ 2))) in same.
  field_simplify in same; lra.
Qed.
