(** The rate of steepness for any mixture of Gaussians on the line, at any latent. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities Missing.InverseDerivative Missing.EuclideanSpace.
From Steepness Require Import SymmetricMixture PushForwardDensity SteepnessRate SteepnessEvolution.
From Steepness Require Import DensityTransformation.
Open Scope R_scope.

(** Under the optimal discriminator, for any density p that is twice differentiable at g(z). *)
Lemma is_derive_log_steepness_optimal (g q : R -> R -> R) (p : R -> R) (t z : R) :
  let d u x := p x / (p x + q u x) in
  flows g (fun u x => Derive (d u) x / d u x) t z ->
  image_density (g t) (q t) -> thrice_differentiable (g t) z ->
  locally (g t z) (fun x => 0 < p x /\ ex_derive p x) -> ex_derive (Derive p) (g t z) ->
  let log_p x := ln (p x) in
  let x := g t z in
  let r := p x / q t x in
  let k := Derive (g t) z in
  let g2 := Derive_n (g t) 2 z in
  let g3 := Derive_n (g t) 3 z in
  let l1 := Derive log_p x + (z + g2 / k) / k in
  let l2 := Derive_n log_p 2 x
    + (1 + g3 / k - (g2 / k) ^ 2) / k ^ 2 - (z + g2 / k) * g2 / k ^ 3 in
  is_derive (fun u => ln (Derive (g u) z)) t (1 / (1 + r) * l2 - r / (1 + r) ^ 2 * l1 ^ 2).
Proof.
  intros d flow image smooth p_smooth p_second log_p x r k g2 g3 l1 l2.
  destruct (image z) as [_ [k_pos _]].
  assert (pushed : locally z (fun u => q t (g t u) * Derive (g t) u = standard_gaussian u))
    by (apply filter_forall; intros u; apply image).
  destruct (locally_singleton _ _ (ratio_pos (g t) p (q t) z smooth k_pos pushed p_smooth))
    as [p_pos q_pos].
  assert (r_pos : 0 < r) by now apply Rdiv_lt_0_compat.
  assert (weight_derive : forall y, 0 < y -> is_derive (fun r => 1 / (1 + r)) y (- / (1 + y) ^ 2)).
  { intros y y_pos; auto_derive; [lra | field; lra]. }
  assert (field_near : locally (g t z) (fun x => Derive (d t) x / d t x
    = 1 / (1 + p x / q t x) * Derive (fun y => ln (p y / q t y)) x)).
  { apply (locally_image (g t) z k); auto.
    - apply filter_imp with (2 := proj1 smooth); tauto.
    - exact (locally_singleton _ _ (g_derive (g t) z smooth)).
    - generalize (filter_and _ _ (ratio_pos (g t) p (q t) z smooth k_pos pushed p_smooth)
        (filter_and _ _ (is_derive_density (g t) (q t) z smooth k_pos pushed)
          (near_image (g t) z smooth _ p_smooth))).
      apply filter_imp; intros u [[p_u q_u] [q_derive [_ p_derive]]].
      assert (field := discriminator_field p (q t) (fun _ => 1) (g t u) p_u q_u p_derive
        ltac:(eexists; exact q_derive) ltac:(apply ex_derive_const)).
      assert (ratio_u : 0 < p (g t u) / q t (g t u)) by now apply Rdiv_lt_0_compat.
      specialize (field ltac:(lra)); unfold weighted_field, discriminator_weight in field.
      rewrite Derive_const in field.
      rewrite <- (Derive_ext (fun y => p y / (p y + 1 * q t y)))
        by (intros y; unfold d; now rewrite Rmult_1_l).
      unfold d; rewrite <- (Rmult_1_l (q t (g t u))) at 1.
      etransitivity; [exact field |]; apply (f_equal2 Rmult); [| reflexivity].
      set (y := p (g t u) / q t (g t u)) in *; field; lra. }
  assert (general := is_derive_log_steepness g (fun u x => Derive (d u) x / d u x) p (q t)
    (fun r => 1 / (1 + r)) t z (- / (1 + r) ^ 2) flow image smooth p_smooth p_second field_near
    (weight_derive r r_pos)); cbv zeta in general.
  evar_last; [exact general |].
  fold x; fold log_p; fold k; fold g2; fold g3; fold l1; fold l2; cbv beta; fold r; field; lra.
Qed.

(** The mixture of N(x i, s i²) with weights w i, i below n. *)
Definition line_mixture (n : nat) (w x s : nat -> R) (y : R) : R :=
  sum n (fun i => w i * gaussian1 (x i) (s i) y).

Section Mixture.

Variables (n : nat) (w x s : nat -> R).
Hypotheses (some : (0 < n)%nat) (w_pos : forall i, (i < n)%nat -> 0 < w i).
Hypothesis s_pos : forall i, (i < n)%nat -> 0 < s i.

Lemma line_mixture_pos y : 0 < line_mixture n w x s y.
Proof.
  assert (term : forall i, (i < n)%nat -> 0 < w i * gaussian1 (x i) (s i) y).
  { intros i inside; apply Rmult_lt_0_compat; [auto | apply gaussian1_pos; auto]. }
  apply Rlt_le_trans with (1 := term 0%nat some).
  apply (term_le_sum n (fun i => w i * gaussian1 (x i) (s i) y)); [| assumption].
  intros i inside; left; auto.
Qed.

Lemma line_mixture_derive y :
  is_derive (line_mixture n w x s) y
    (sum n (fun i => w i * (- (y - x i) / s i ^ 2 * gaussian1 (x i) (s i) y))).
Proof.
  apply (is_derive_sum n (fun i y => w i * gaussian1 (x i) (s i) y)); intros i inside.
  apply is_derive_scal, is_derive_gaussian1; auto.
Qed.

Lemma line_mixture_derive2 y : ex_derive (Derive (line_mixture n w x s)) y.
Proof.
  eexists; apply (is_derive_ext
    (fun y => sum n (fun i => w i * (- (y - x i) / s i ^ 2 * gaussian1 (x i) (s i) y)))).
  - intros u; symmetry; apply is_derive_unique, line_mixture_derive.
  - apply (is_derive_sum n (fun i y => w i * (- (y - x i) / s i ^ 2 * gaussian1 (x i) (s i) y))
      (fun i => w i * (- 1 / s i ^ 2 * gaussian1 (x i) (s i) y
        + - (y - x i) / s i ^ 2 * (- (y - x i) / s i ^ 2 * gaussian1 (x i) (s i) y)))).
    intros i inside; assert (spread := s_pos i inside).
    apply is_derive_scal, (is_derive_mult (fun y => - (y - x i) / s i ^ 2)
      (gaussian1 (x i) (s i))); [| now apply is_derive_gaussian1 | intros; apply Rmult_comm].
    auto_derive; [exact I | field; lra].
Qed.

End Mixture.

Lemma is_derive_log_steepness_of_mixture (n : nat) (w x s : nat -> R) (g q : R -> R -> R)
    (t z : R) :
  (0 < n)%nat -> (forall i, (i < n)%nat -> 0 < w i) -> (forall i, (i < n)%nat -> 0 < s i) ->
  let p := line_mixture n w x s in
  let d u y := p y / (p y + q u y) in
  flows g (fun u y => Derive (d u) y / d u y) t z ->
  image_density (g t) (q t) -> thrice_differentiable (g t) z ->
  let log_p y := ln (p y) in
  let y := g t z in
  let r := p y / q t y in
  let k := Derive (g t) z in
  let g2 := Derive_n (g t) 2 z in
  let g3 := Derive_n (g t) 3 z in
  let l1 := Derive log_p y + (z + g2 / k) / k in
  let l2 := Derive_n log_p 2 y
    + (1 + g3 / k - (g2 / k) ^ 2) / k ^ 2 - (z + g2 / k) * g2 / k ^ 3 in
  is_derive (fun u => ln (Derive (g u) z)) t (1 / (1 + r) * l2 - r / (1 + r) ^ 2 * l1 ^ 2).
Proof.
  intros some w_pos s_pos p d flow image smooth.
  apply (is_derive_log_steepness_optimal g q p t z flow image smooth).
  - apply filter_forall; intros y; split; [now apply line_mixture_pos |].
    eexists; apply line_mixture_derive; auto.
  - now apply line_mixture_derive2.
Qed.
