(** The lines of the proofs of Theorem C.1 and of Propositions C.1 to C.4, and what follows at once
    for the lengths of the limiting fields. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients.
From Steepness Require Import Densities DiscriminatorFieldCases SuboptimalDiscriminator.
Open Scope R_scope.

(** * Theorem C.1 *)

(** d, r and their gradients D and G; every line gives the next. *)
Lemma field_lines n p q x P Q D G :
  smooth_pair n p q x P Q ->
  is_gradient n (optimal_d p q) x D -> is_gradient n (density_ratio p q) x G ->
  let crossed := cross_gradient (p x) P (q x) Q in
  let r := density_ratio p q x in
  same n (scale (/ optimal_d p q x) D) (scale (/ ((p x + q x) * p x)) crossed)
  /\ same n (scale (/ ((p x + q x) * p x)) crossed) (scale (q x ^ 2 / (p x * (p x + q x))) G)
  /\ same n (scale (q x ^ 2 / (p x * (p x + q x))) G) (scale (/ (r * (1 + r))) G).
Proof.
  intros pair D_is G_is crossed r.
  assert (p_pos := p_x_pos n p q x P Q pair); assert (q_pos := q_x_pos n p q x P Q pair).
  assert (r_positive := r_pos n p q x P Q pair); fold r in r_positive.
  assert (D_eq := gradient_unique n x _ _ _ D_is (is_gradient_optimal n p q x P Q pair)).
  assert (G_eq := gradient_unique n x _ _ _ G_is (is_gradient_ratio_at n p q x P Q pair)).
  split; [| split]; intros j inside; unfold scale.
  - rewrite D_eq by assumption; fold crossed r; unfold scale, optimal_d, r, density_ratio.
    field; repeat split; lra.
  - rewrite G_eq by assumption; fold crossed; unfold scale; field; repeat split; lra.
  - unfold r, density_ratio; field; repeat split; lra.
Qed.

(** 1/r in place of 1/(r(1 + r)): the relative error is r/(1 + r) and vanishes as r -> 0. *)
Lemma small_ratio_error r :
  0 < r ->
  (/ r - / (r * (1 + r))) / / r = r / (1 + r)
  /\ forall e, 0 < e -> r < e -> 0 < r / (1 + r) < e.
Proof.
  intros positive; split; [field; lra |]; intros e e_pos small.
  split; [apply Rdiv_lt_0_compat; lra |].
  apply (Rmult_lt_reg_r (1 + r)); [lra |].
  unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; nra.
Qed.

(** 1/r² in place of it: the relative error is 1/(1 + r) and vanishes as r -> ∞. *)
Lemma large_ratio_error r :
  0 < r ->
  (/ (r * (1 + r)) - / r ^ 2) / / r ^ 2 = - / (1 + r)
  /\ forall e, 0 < e -> / e < r -> 0 < / (1 + r) < e.
Proof.
  intros positive; split; [field; lra |]; intros e e_pos large.
  assert (0 < / e) by now apply Rinv_0_lt_compat.
  split; [apply Rinv_0_lt_compat; lra |].
  rewrite <- (Rinv_inv e); apply Rinv_lt_contravar; [nra | lra].
Qed.

(** ∇(-1/r) and ∇d/d against ∇log r, for any r > 0. *)
Lemma large_ratio_lengths n (r : vector -> R) (x G : vector) :
  0 < r x -> is_gradient n r x G ->
  exists L, is_gradient n (fun y => ln (r y)) x L
  /\ is_gradient n (fun y => - / r y) x (scale (/ r x) L)
  /\ is_gradient n (fun y => ln (r y / (1 + r y))) x (scale (/ (1 + r x)) L).
Proof.
  intros positive G_is; exists (scale (/ r x) G); split; [| split].
  - apply (is_gradient_comp_line n x ln r); [| assumption].
    now apply is_derive_Reals, derivable_pt_lim_ln.
  - eapply is_gradient_ext; cycle 1.
    + apply (is_gradient_comp_line n x (fun u => - / u) r G (/ r x ^ 2)); [| assumption].
      auto_derive; [lra | field; lra].
    + intros j _; unfold scale; field; lra.
  - eapply is_gradient_ext; cycle 1.
    + apply (is_gradient_comp_line n x (fun u => ln (u / (1 + u))) r G (/ (r x * (1 + r x))));
        [| assumption].
      auto_derive; [| field; lra].
      split; [lra | split; [apply Rdiv_lt_0_compat; lra | exact I]].
    + intros j _; unfold scale; field; lra.
Qed.

Lemma large_ratio_limit n (r : vector -> R) (x G : vector) :
  0 < r x -> is_gradient n r x G ->
  exists L, is_gradient n (fun y => ln (r y)) x L
  /\ is_gradient n (fun y => - / r y) x (scale (/ r x) L).
Proof.
  intros positive G_is; destruct (large_ratio_lengths n r x G positive G_is) as [L [a [b _]]].
  exists L; auto.
Qed.

(** * Propositions C.1 to C.4: the displayed densities and the gradient of one exponential *)

Definition component_line : Prop :=
  forall a b x y,
  gaussian (1 / 10) a b x y = / (2 / 10 * PI) * exp (- 5 * ((x - a) ^ 2 + (y - b) ^ 2)).

Definition data_line (c : R) : Prop :=
  forall x y, mixture (1 / 10) c x y
  = / (8 / 10 * PI) * corner_sum c (fun a b => exp (- 5 * ((x - a) ^ 2 + (y - b) ^ 2))).

Lemma component_line_holds : component_line.
Proof.
  intros a b x y; generalize PI_RGT_0; intros; unfold gaussian.
  replace (- ((x - a) ^ 2 + (y - b) ^ 2) / (2 * (1 / 10))) with (- 5 * ((x - a) ^ 2 + (y - b) ^ 2))
    by field; field; lra.
Qed.

Lemma data_line_holds c : data_line c.
Proof.
  intros x y; generalize PI_RGT_0; intros; unfold mixture.
  rewrite (corner_sum_ext _ _ (fun a b => / (2 / 10 * PI)
    * exp (- 5 * ((x - a) ^ 2 + (y - b) ^ 2)))) by (intros; apply component_line_holds).
  rewrite corner_sum_scal; field; lra.
Qed.

Lemma lines_1 :
  component_line /\ data_line 1
  /\ (forall x y, gaussian (2 / 10) 0 0 x y = / (4 / 10 * PI) * exp (- (5 / 2) * (x ^ 2 + y ^ 2)))
  /\ forall a b x y : R, is_derive (fun u => bump_1 a b u y) x (- 5 * (bump_1 a b x y * (x - 2 *
    a)))
     /\ is_derive (fun u => bump_1 a b x u) y (- 5 * (bump_1 a b x y * (y - 2 * b))).
Proof.
  split; [apply component_line_holds | split; [apply data_line_holds | split]].
  - intros x y; generalize PI_RGT_0; intros; unfold gaussian.
    replace (- ((x - 0) ^ 2 + (y - 0) ^ 2) / (2 * (2 / 10))) with (- (5 / 2) * (x ^ 2 + y ^ 2))
      by field; field; lra.
  - intros; split; [apply is_derive_bump_1_x | apply is_derive_bump_1_y].
Qed.

Lemma lines_2 :
  component_line /\ data_line 1
  /\ (forall x y, Rabs x <= 2 -> Rabs y <= 2 -> uniform 2 x y = / 16)
  /\ forall a b x y : R, is_derive (fun u => bump_2 a b u y) x (- 10 * (bump_2 a b x y * (x - a)))
     /\ is_derive (fun u => bump_2 a b x u) y (- 10 * (bump_2 a b x y * (y - b))).
Proof.
  split; [apply component_line_holds | split; [apply data_line_holds | split]].
  - intros x y in_x in_y; rewrite uniform_inside by assumption; f_equal; ring.
  - intros; split; [apply is_derive_bump_2_x | apply is_derive_bump_2_y].
Qed.

Lemma lines_3 :
  component_line /\ data_line 1
  /\ (forall x y, gaussian 1 1 1 x y
      = / (2 * PI) * exp (- (1 / 2) * ((x - 1) ^ 2 + (y - 1) ^ 2)))
  /\ forall a b x y : R,
     is_derive (fun u => bump_3 a b u y) x (- 9 * (bump_3 a b x y * (x - (10 * a - 1) / 9)))
     /\ is_derive (fun u => bump_3 a b x u) y (- 9 * (bump_3 a b x y * (y - (10 * b - 1) / 9))).
Proof.
  split; [apply component_line_holds | split; [apply data_line_holds | split]].
  - intros x y; generalize PI_RGT_0; intros; unfold gaussian.
    replace (- ((x - 1) ^ 2 + (y - 1) ^ 2) / (2 * 1)) with (- (1 / 2) * ((x - 1) ^ 2 + (y - 1) ^ 2))
      by field; field; lra.
  - intros; split; [apply is_derive_bump_3_x | apply is_derive_bump_3_y].
Qed.

Lemma lines_4 :
  component_line /\ data_line 3
  /\ (forall x y, gaussian 3 3 3 x y
      = / (6 * PI) * exp (- ((x - 3) ^ 2 + (y - 3) ^ 2) / 6))
  /\ forall a b x y : R,
     is_derive (fun u => bump_4 a b u y) x (- (29 / 3) * (bump_4 a b x y * (x - (30 * a - 3) / 29)))
     /\ is_derive (fun u => bump_4 a b x u) y
          (- (29 / 3) * (bump_4 a b x y * (y - (30 * b - 3) / 29))).
Proof.
  split; [apply component_line_holds | split; [apply data_line_holds | split]].
  - intros x y; generalize PI_RGT_0; intros; unfold gaussian.
    replace (2 * 3) with 6 by ring; field; lra.
  - intros; split; [apply is_derive_bump_4_x | apply is_derive_bump_4_y].
Qed.
