(** Where the field of a suboptimal discriminator p/(p + f(r) q) points the way of the optimal one:
    what f must satisfy, and what happens where it does not. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients.
From Steepness Require Import IsotropicGaussians SuboptimalDiscriminator.
Open Scope R_scope.

(** * The sign step of the proof *)

Lemma sign_product r f f1 :
  0 < r -> f <> 0 ->
  (/ r - f1 / f) * (f / r - f1) = (f - r * f1) ^ 2 / (r ^ 2 * f)
  /\ (0 < f -> sign (/ r - f1 / f) = sign (f / r - f1))
  /\ (f < 0 -> sign (/ r - f1 / f) = - sign (f / r - f1)).
Proof.
  intros positive nonzero; split; [field; lra |]; split; intros side.
  - replace (f / r - f1) with ((/ r - f1 / f) * f) by (field; lra).
    symmetry; now apply sign_mult_pos.
  - replace (/ r - f1 / f) with (- ((f / r - f1) * / (- f))) by (field; lra).
    assert (0 < / - f) by (apply Rinv_0_lt_compat; lra).
    now rewrite sign_opp, sign_mult_pos.
Qed.

Lemma sign_step_printed_false :
  ~ forall r f1 f, 0 < r -> f <> 0 -> sign (/ r - f1 / f) = sign (f / r - f1).
Proof.
  intros printed; assert (same := printed 1 0 (-2) ltac:(lra) ltac:(lra)).
  rewrite sign_eq_1, sign_eq_m1 in same; lra.
Qed.

(** * Taylor's formula *)

(** f goes over into its value at 0 from the right. *)
Definition right_continuous (f : R -> R) : Prop := filterlim f (at_right 0) (locally (f 0)).

Lemma continuity_of_right (f : R -> R) : right_continuous f -> continuity_pt (fun u => f (Rmax 0
  u)) 0.
Proof.
  intros right; apply continuity_pt_filterlim; intros P near.
  rewrite Rmax_left in near by lra; specialize (right P near).
  unfold filtermap, at_right, within in right |- *.
  apply filter_imp with (2 := right); intros u inside.
  destruct (Rlt_le_dec 0 u) as [positive | negative].
  - rewrite Rmax_right by lra; auto.
  - rewrite Rmax_left by lra; now apply locally_singleton.
Qed.

Lemma rolle (f f' : R -> R) (a b : R) :
  a < b -> (forall x, a < x < b -> is_derive f x (f' x)) ->
  (forall x, a <= x <= b -> continuity_pt f x) -> f a = f b ->
  exists c, a < c < b /\ f' c = 0.
Proof.
  intros order derive continuous ends.
  assert (each : forall x, a < x < b -> derivable_pt f x)
    by (intros x inside; exists (f' x); apply is_derive_Reals; auto).
  destruct (Rolle f a b each continuous order ends) as [c [inside zero]].
  exists c; split; [assumption |]; rewrite <- zero; symmetry.
  apply derive_pt_eq_0, is_derive_Reals; auto.
Qed.

Lemma taylor_at_0 (f f1 f2 : R -> R) (e r : R) :
  right_continuous f -> 0 < r < e ->
  (forall x, 0 < x < e -> is_derive f x (f1 x)) ->
  (forall x, 0 < x < e -> is_derive f1 x (f2 x)) ->
  exists xi, 0 < xi < r /\ f r - r * f1 r = f 0 - r ^ 2 * f2 xi / 2.
Proof.
  intros right inside first second.
  pose (h x := f (Rmax 0 x)); pose (k := (f 0 - f r + f1 r * r) / r ^ 2).
  assert (equal : forall x, 0 < x -> h x = f x) by (intros; unfold h;
    now rewrite Rmax_right by lra).
  assert (h_0 : h 0 = f 0) by (unfold h; now rewrite Rmax_left by lra).
  assert (h_derive : forall x, 0 < x < e -> is_derive h x (f1 x)).
  { intros x within; apply (is_derive_ext_loc f); [| now apply first].
    assert (room : 0 < x) by lra; exists (mkposreal x room); intros y near.
    change (Rabs (y - x) < x) in near; symmetry; apply equal.
    apply Rabs_lt_between in near; lra. }
  destruct (rolle (fun x => h x - f r - f1 r * (x - r) - k * (x - r) ^ 2)
    (fun x => f1 x - f1 r - 2 * k * (x - r)) 0 r) as [c [c_in c_zero]]; [lra | | | |].
  - intros x within; evar_last.
    + apply @is_derive_minus; [apply @is_derive_minus; [apply @is_derive_minus |] |].
      * apply h_derive; lra.
      * apply @is_derive_const.
      * auto_derive; [exact I | reflexivity].
      * auto_derive; [exact I | reflexivity].
    + unfold minus, plus, opp, zero; simpl; ring.
  - intros x within.
    assert (continuity_pt h x).
    { destruct (Req_dec x 0) as [-> | away]; [now apply continuity_of_right |].
      apply derivable_continuous_pt; exists (f1 x); apply is_derive_Reals, h_derive; lra. }
    apply continuity_pt_minus; [apply continuity_pt_minus; [apply continuity_pt_minus |] |];
      [assumption | apply continuity_pt_const; intros ? ?; reflexivity | |].
    + apply derivable_continuous_pt; exists (f1 r); apply is_derive_Reals.
      auto_derive; [exact I | ring].
    + apply derivable_continuous_pt; exists (2 * k * (x - r)); apply is_derive_Reals.
      auto_derive; [exact I | ring].
  - rewrite h_0, equal by lra; unfold k; field; lra.
  - destruct (MVT_cor2 f1 f2 c r) as [xi [mean within]]; [lra | |].
    { intros x between; apply is_derive_Reals, second; lra. }
    exists xi; split; [lra |]; assert (f2 xi = 2 * k) by nra.
    rewrite H; unfold k; field; lra.
Qed.

Lemma taylor_printed_false :
  ~ forall (f f1 f2 : R -> R) (r : R), 0 < r ->
    (forall x, is_derive f x (f1 x)) -> (forall x, is_derive f1 x (f2 x)) ->
    (forall x, continuous f2 x) ->
    exists xi, 0 < xi < r /\ f r - r * f1 r = f 0 + r ^ 2 * f2 xi / 2.
Proof.
  intros printed.
  destruct (printed (fun x => x ^ 2) (fun x => 2 * x) (fun _ => 2) 1) as [xi [_ equal]]; try lra.
  - intros x; auto_derive; [exact I | ring].
  - intros x; auto_derive; [exact I | ring].
  - intros x; apply continuous_const.
Qed.

(** The bound that is drawn from it. *)
Lemma factor_pos_of_bound (f f1 f2 : R -> R) (e M r : R) :
  right_continuous f ->
  (forall x, 0 < x < e -> is_derive f x (f1 x)) ->
  (forall x, 0 < x < e -> is_derive f1 x (f2 x)) ->
  (forall x, 0 < x < e -> Rabs (f2 x) <= M) ->
  0 < r < e -> r ^ 2 * M / 2 < f 0 -> 0 < f r - r * f1 r.
Proof.
  intros right first second bound inside small.
  destruct (taylor_at_0 f f1 f2 e r right inside first second) as [xi [xi_in ->]].
  assert (b := bound xi ltac:(lra)); apply Rabs_le_between in b.
  assert (0 < r ^ 2) by nra; nra.
Qed.

Lemma factor_pos_of_small (f f1 f2 : R -> R) (e M r : R) :
  right_continuous f -> 0 < f 0 -> 0 < M ->
  (forall x, 0 < x < e -> is_derive f x (f1 x)) ->
  (forall x, 0 < x < e -> is_derive f1 x (f2 x)) ->
  (forall x, 0 < x < e -> Rabs (f2 x) <= M) ->
  0 < r < e -> r < sqrt (2 * f 0 / M) -> 0 < f r - r * f1 r.
Proof.
  intros right start M_pos first second bound inside small.
  apply (factor_pos_of_bound f f1 f2 e M); auto.
  assert (0 < 2 * f 0 / M) by (apply Rdiv_lt_0_compat; lra).
  assert (square : r ^ 2 < 2 * f 0 / M).
  { rewrite <- (pow2_sqrt (2 * f 0 / M)) by lra; nra. }
  apply (Rmult_lt_compat_l M) in square; [| assumption].
  replace (M * (2 * f 0 / M)) with (2 * f 0) in square by (field; lra); lra.
Qed.

(** * Proposition D.1 *)

(** Hypotheses and conclusion as printed, the conclusion in its weakest form: the angle between the
    two gradients is at most a right one. *)
Definition direction_printed : Prop :=
  forall f f1 f2 : R -> R,
  (forall r, 0 < r -> is_derive f r (f1 r)) -> (forall r, 0 < r -> is_derive f1 r (f2 r)) ->
  (forall r, 0 < r -> continuous f2 r) ->
  exists delta, 0 < delta /\
  forall n p q x P Q D Dhat, smooth_pair n p q x P Q ->
  is_gradient n (optimal_d p q) x D -> is_gradient n (suboptimal f p q) x Dhat ->
  density_ratio p q x < delta -> 0 <= dot n Dhat D.

(** f(r) = r² with p = N(0, 1) and q = N(1, 1) on the line: wherever r is, the two are opposed. *)
Lemma direction_printed_false : ~ direction_printed.
Proof.
  intros printed.
  destruct (printed (fun r => r ^ 2) (fun r => 2 * r) (fun _ => 2)) as [delta [positive same_way]].
  { intros r _; auto_derive; [exact I | ring]. }
  { intros r _; auto_derive; [exact I | ring]. }
  { intros r _; apply continuous_const. }
  pose (p := gaussian_n 1 1 (fun _ => 0)); pose (q := gaussian_n 1 1 (fun _ => 1)).
  pose (x := fun _ : nat => / 2 - ln (Rmin delta 1 / 2)).
  assert (least : 0 < Rmin delta 1) by (apply Rmin_glb_lt; lra).
  assert (pair : smooth_pair 1 p q x (scale (p x / 1 ^ 2) (sub (fun _ => 0) x))
    (scale (q x / 1 ^ 2) (sub (fun _ => 1) x)))
    by (repeat split; first [apply gaussian_n_pos | apply is_gradient_gaussian_n]; lra).
  assert (r_eq : density_ratio p q x = Rmin delta 1 / 2).
  { assert (factor : 0 < sqrt (2 * PI) * 1 * 1) by (rewrite Rmult_1_r; apply root_pos; lra).
    unfold density_ratio, p, q, gaussian_n, dot, sub, x; simpl.
    set (l := ln (Rmin delta 1 / 2)).
    transitivity (exp (- (0 + (/ 2 - l - 0) * (/ 2 - l - 0)) / (2 * (1 * (1 * 1)))
      + - (- (0 + (/ 2 - l - 1) * (/ 2 - l - 1)) / (2 * (1 * (1 * 1)))))).
    - rewrite exp_plus, exp_Ropp; field; split; [| lra].
      apply Rgt_not_eq, exp_pos.
    - rewrite <- (exp_ln (Rmin delta 1 / 2)) by lra; fold l; f_equal; field. }
  assert (positive' := r_pos _ _ _ _ _ _ pair).
  assert (square_is : is_derive (fun r => r ^ 2) (density_ratio p q x) (2 * density_ratio p q x))
    by (auto_derive; [exact I | ring]).
  destruct (suboptimal_gradients _ _ _ _ _ _ _ _ pair square_is)
    as [G [D [Dhat [G_is [D_is [Dhat_is [multiple _]]]]]]]; [nra |].
  assert (wrong := same_way _ _ _ _ _ _ _ _ pair D_is Dhat_is).
  assert (below : density_ratio p q x < delta) by (rewrite r_eq; generalize (Rmin_l delta 1); lra).
  specialize (wrong below); set (r := density_ratio p q x) in *.
  rewrite (dot_ext 1 Dhat _ D D multiple) in wrong by easy; rewrite dot_scale_l in wrong.
  assert (long : 0 < dot 1 D D).
  { assert (D_eq := gradient_unique _ _ _ _ _ D_is (is_gradient_optimal _ _ _ _ _ _ pair)).
    rewrite (dot_ext 1 D _ D _ D_eq D_eq), dot_scale_l, dot_scale_r; fold r.
    assert (0 < / (1 + r) ^ 2) by (apply Rinv_0_lt_compat, pow2_gt_0; lra).
    apply Rmult_lt_0_compat; [assumption |]; apply Rmult_lt_0_compat; [assumption |].
    rewrite dot_scale_l, dot_scale_r.
    assert (q_pos : 0 < q x) by (apply gaussian_n_pos; lra).
    assert (p_pos : 0 < p x) by (apply gaussian_n_pos; lra).
    assert (0 < / q x ^ 2) by (apply Rinv_0_lt_compat, pow2_gt_0; lra).
    apply Rmult_lt_0_compat; [assumption |]; apply Rmult_lt_0_compat; [assumption |].
    unfold dot, cross_gradient, sub, scale; simpl.
    replace (0 + _) with ((p x * q x) ^ 2) by (field; lra).
    apply pow2_gt_0; nra. }
  set (l := ((1 + r) / (r + r ^ 2)) ^ 2) in *; assert (0 < l).
  { apply pow2_gt_0, Rmult_integral_contrapositive; split; [lra |].
    apply Rinv_neq_0_compat; nra. }
  assert (0 < l * dot 1 D D) by now apply Rmult_lt_0_compat.
  assert (r ^ 2 - r * (2 * r) < 0) by nra; nra.
Qed.

(** The corrected proposition: f goes over into f(0) > 0 and |f″| <= M near 0. *)
Lemma direction_of_small_ratio (f f1 f2 : R -> R) (e M : R) :
  right_continuous f -> 0 < f 0 -> 0 < M ->
  (forall r, 0 < r < e -> is_derive f r (f1 r)) ->
  (forall r, 0 < r < e -> is_derive f1 r (f2 r)) ->
  (forall r, 0 < r < e -> Rabs (f2 r) <= M) ->
  forall n p q x P Q D Dhat, smooth_pair n p q x P Q ->
  is_gradient n (optimal_d p q) x D -> is_gradient n (suboptimal f p q) x Dhat ->
  density_ratio p q x + f (density_ratio p q x) <> 0 ->
  density_ratio p q x < e -> density_ratio p q x < sqrt (2 * f 0 / M) ->
  exists k, 0 < k /\ same n Dhat (scale k D).
Proof.
  intros right start M_pos first second bound n p q x P Q D Dhat pair D_is Dhat_is apart in_e small.
  assert (positive := r_pos n p q x P Q pair); set (r := density_ratio p q x) in *.
  assert (factor := factor_pos_of_small f f1 f2 e M r right start M_pos first second bound
    ltac:(lra) small).
  destruct (suboptimal_gradients n p q x P Q f (f1 r) pair (first r ltac:(lra)) apart)
    as [G [E [Ehat [_ [E_is [Ehat_is [multiple _]]]]]]]; fold r in multiple.
  exists ((f r - r * f1 r) * ((1 + r) / (r + f r)) ^ 2); split.
  - apply Rmult_lt_0_compat; [assumption |].
    apply pow2_gt_0, Rmult_integral_contrapositive; split; [lra | now apply Rinv_neq_0_compat].
  - intros j inside; rewrite (gradient_unique n x _ _ _ Dhat_is Ehat_is) by assumption.
    rewrite multiple by assumption; unfold scale.
    now rewrite (gradient_unique n x _ _ _ D_is E_is) by assumption.
Qed.

(** For f = a + b r + c r², c > 0, |f″| = 2c: beyond √(2f(0)/M) = √(a/c) the two are opposed. *)
Lemma direction_beyond_bound (a b c : R) :
  0 < a -> 0 < c ->
  let f r := a + b * r + c * r ^ 2 in
  (forall r, is_derive f r (b + 2 * c * r))
    /\ (forall r, is_derive (fun r => b + 2 * c * r) r (2 * c))
  /\ Rabs (2 * c) = 2 * c
  /\ forall n p q x P Q D Dhat, smooth_pair n p q x P Q ->
  is_gradient n (optimal_d p q) x D -> is_gradient n (suboptimal f p q) x Dhat ->
  density_ratio p q x + f (density_ratio p q x) <> 0 -> sqrt (2 * f 0 / (2 * c)) < density_ratio p
    q x ->
  exists k, k < 0 /\ same n Dhat (scale k D).
Proof.
  intros a_pos c_pos f.
  assert (derive : forall r, is_derive f r (b + 2 * c * r))
    by (intros r; unfold f; auto_derive; [exact I | ring]).
  split; [exact derive | split; [intros r; auto_derive; [exact I | ring] |]].
  split; [apply Rabs_pos_eq; lra |].
  intros n p q x P Q D Dhat pair D_is Dhat_is apart far.
  assert (positive := r_pos n p q x P Q pair); set (r := density_ratio p q x) in *.
  destruct (suboptimal_gradients n p q x P Q f _ pair (derive r) apart)
    as [G [E [Ehat [_ [E_is [Ehat_is [multiple _]]]]]]]; fold r in multiple.
  assert (factor : f r - r * (b + 2 * c * r) < 0).
  { assert (ge : 0 <= 2 * f 0 / (2 * c)).
    { unfold f; apply Rlt_le, Rdiv_lt_0_compat; nra. }
    assert (square : 2 * f 0 / (2 * c) < r ^ 2).
    { rewrite <- (pow2_sqrt (2 * f 0 / (2 * c))) by assumption.
      generalize (sqrt_pos (2 * f 0 / (2 * c))); nra. }
    apply (Rmult_lt_compat_l (2 * c)) in square; [| lra].
    replace (2 * c * (2 * f 0 / (2 * c))) with (2 * a) in square by (unfold f; field; lra).
    unfold f; nra. }
  assert (0 < ((1 + r) / (r + f r)) ^ 2).
  { apply pow2_gt_0, Rmult_integral_contrapositive; split; [lra | now apply Rinv_neq_0_compat]. }
  exists ((f r - r * (b + 2 * c * r)) * ((1 + r) / (r + f r)) ^ 2); split; [nra |].
  intros j inside; rewrite (gradient_unique n x _ _ _ Dhat_is Ehat_is) by assumption.
  rewrite multiple by assumption; unfold scale.
  now rewrite (gradient_unique n x _ _ _ D_is E_is) by assumption.
Qed.
