(** Two modes on the line: the midpoint as a critical point of the field, and what a small density
    ratio says about the length of its gradient. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.HyperbolicTangent Missing.EuclideanSpace Missing.Gradients.
From Steepness Require Import Densities DiscriminatorFieldCases CaseFields CaseDirections
  CaseQuadrants.
From Steepness Require Import IsotropicGaussians.
Open Scope R_scope.

(** The density of (N(-m, s²) + N(m, s²))/2 on the line. *)
Definition two_modes (m s x : R) : R := / 2 * gaussian1 (- m) s x + / 2 * gaussian1 m s x.

(** r and ∇d/d against N(c, t²). *)
Definition ratio_on_line (m s c t x : R) : R := two_modes m s x / gaussian1 c t x.

Definition velocity_on_line (m s c t x : R) : R :=
  Derive (fun u => two_modes m s u / (two_modes m s u + gaussian1 c t u)) x
  / (two_modes m s x / (two_modes m s x + gaussian1 c t x)).

(** (log r)′. *)
Definition slope_on_line (m s c t x : R) : R :=
  (m * tanh (m * x / s ^ 2) - x) / s ^ 2 + (x - c) / t ^ 2.

Section Line.

Variables (m s c t : R).
Hypotheses (s_pos : 0 < s) (t_pos : 0 < t).

Lemma two_modes_pos x : 0 < two_modes m s x.
Proof. unfold two_modes; generalize (gaussian1_pos (- m) s x s_pos) (gaussian1_pos m s x s_pos);
  lra. Qed.

Lemma is_derive_gaussian1 a w (x : R) :
  0 < w -> is_derive (gaussian1 a w) x (gaussian1 a w x * (- (x - a) / w ^ 2)).
Proof.
  intros positive; unfold gaussian1.
  assert (root : 0 < sqrt (2 * PI)) by (apply sqrt_lt_R0; generalize PI_RGT_0; lra).
  auto_derive; [lra |]; unfold Rdiv, Rminus; simpl; rewrite ?Rmult_1_r.
  match goal with |- context [exp ?e] => generalize (exp e) end; intros; field; lra.
Qed.

Lemma is_derive_two_modes (x : R) :
  is_derive (two_modes m s) x (two_modes m s x * ((m * tanh (m * x / s ^ 2) - x) / s ^ 2)).
Proof.
  assert (root : 0 < sqrt (2 * PI)) by (apply sqrt_lt_R0; generalize PI_RGT_0; lra).
  assert (square : 0 < s ^ 2) by nra; assert (sum := two_bells (s ^ 2) m x square).
  unfold two_modes at 1; evar_last.
  - apply @is_derive_plus; apply is_derive_scal, is_derive_gaussian1; assumption.
  - set (k := / (sqrt (2 * PI) * s)).
    transitivity (/ 2 * k * (exp (- (x - m) ^ 2 / (2 * s ^ 2)) * (- (x - m) / s ^ 2)
      + exp (- (x - - m) ^ 2 / (2 * s ^ 2)) * (- (x - - m) / s ^ 2))).
    + unfold gaussian1; fold k; unfold plus; simpl; ring.
    + rewrite sum; unfold two_modes, gaussian1; fold k; ring.
Qed.

Lemma velocity_of_slope x :
  velocity_on_line m s c t x = slope_on_line m s c t x / (1 + ratio_on_line m s c t x).
Proof.
  assert (field := velocity_x_of_slopes (fun u _ => two_modes m s u) (fun u _ => gaussian1 c t u)
    x 0 _ _ (two_modes_pos x) (gaussian1_pos c t x t_pos) (is_derive_two_modes x)
    (is_derive_gaussian1 c t x t_pos)).
  unfold velocity_x, discriminator_xy in field; unfold velocity_on_line; rewrite field.
  unfold ratio_on_line, slope_on_line; f_equal; field; lra.
Qed.

Lemma is_derive_log_ratio_on_line x :
  is_derive (fun u => ln (ratio_on_line m s c t u)) x (slope_on_line m s c t x).
Proof.
  evar_last.
  - apply (is_derive_log_ratio (two_modes m s) (gaussian1 c t)); [apply two_modes_pos
      | now apply gaussian1_pos | apply is_derive_two_modes | now apply is_derive_gaussian1].
  - unfold slope_on_line; field; lra.
Qed.

End Line.

(** Midway against N(0, t²). *)
Lemma midpoint_is_critical m s t :
  0 < s < m -> 0 < t ->
  velocity_on_line m s 0 t 0 = 0
  /\ is_derive (velocity_on_line m s 0 t) 0
       (((m ^ 2 - s ^ 2) / s ^ 4 + 1 / t ^ 2) / (1 + ratio_on_line m s 0 t 0))
  /\ 0 < ((m ^ 2 - s ^ 2) / s ^ 4 + 1 / t ^ 2) / (1 + ratio_on_line m s 0 t 0).
Proof.
  intros [s_pos wide] t_pos.
  assert (r_pos : 0 < ratio_on_line m s 0 t 0)
    by (apply Rdiv_lt_0_compat; [now apply two_modes_pos | now apply gaussian1_pos]).
  assert (at_0 : slope_on_line m s 0 t 0 = 0).
  { unfold slope_on_line; replace (m * 0 / s ^ 2) with 0 by (field; lra).
    rewrite tanh_0; field; lra. }
  split; [rewrite velocity_of_slope by assumption; rewrite at_0; field; lra |]; split.
  - apply (is_derive_ext (fun x => slope_on_line m s 0 t x / (1 + ratio_on_line m s 0 t x)));
      [intros; symmetry; now apply velocity_of_slope |].
    assert (r_smooth : ex_derive (fun x => 1 + ratio_on_line m s 0 t x) 0).
    { apply @ex_derive_plus; [apply ex_derive_const |].
      apply ex_derive_div; [eexists; now apply is_derive_two_modes
        | eexists; now apply is_derive_gaussian1 | generalize (gaussian1_pos 0 t 0 t_pos); lra]. }
    destruct r_smooth as [r1 r_is].
    assert (slope_is : is_derive (slope_on_line m s 0 t) 0 ((m ^ 2 - s ^ 2) / s ^ 4 + 1 / t ^ 2)).
    { unfold slope_on_line; evar_last.
      - apply @is_derive_plus.
        + apply (is_derive_ext (fun x => / s ^ 2 * (m * tanh (m / s ^ 2 * x) - x)));
            [intros x; simpl; replace (m * x / (s * (s * 1))) with (m / (s * (s * 1)) * x)
               by (field; lra); field; lra |].
          apply is_derive_scal, @is_derive_minus; [apply is_derive_scal | apply @is_derive_id].
          apply (is_derive_comp tanh (fun x => m / s ^ 2 * x)); [apply is_derive_tanh |].
          auto_derive; [exact I | reflexivity].
        + auto_derive; [exact I | reflexivity].
      - rewrite Rmult_0_r, tanh_0; unfold plus, minus, plus, opp, scal, one; simpl.
        unfold mult; simpl; field; lra. }
    evar_last; [apply is_derive_div; [exact slope_is | exact r_is | lra] |].
    rewrite at_0; field; split; [lra | split; [nra | lra]].
  - apply Rdiv_lt_0_compat; [| lra].
    assert (0 < (m ^ 2 - s ^ 2) / s ^ 4) by (apply Rdiv_lt_0_compat; [nra | apply pow_lt; lra]).
    assert (0 < 1 / t ^ 2) by (apply Rdiv_lt_0_compat; [lra | apply pow_lt; lra]); lra.
Qed.

(** Against a generator that is narrow on the mode 1 the velocity is negative all the way. *)
Lemma no_critical_point s t x :
  0 < s -> s ^ 2 = 1 / 10 -> 0 < t -> t ^ 2 <= 1 / 20 -> - 1 <= x <= 1 ->
  velocity_on_line 1 s 1 t x < 0.
Proof.
  intros s_pos s_eq t_pos narrow between; rewrite velocity_of_slope by assumption.
  assert (r_pos : 0 < ratio_on_line 1 s 1 t x)
    by (apply Rdiv_lt_0_compat; [now apply two_modes_pos | now apply gaussian1_pos]).
  assert (negative : slope_on_line 1 s 1 t x < 0).
  { unfold slope_on_line; rewrite s_eq; assert (below := tanh_lt_1 (1 * x / (1 / 10))).
    assert (t2 : 0 < t ^ 2) by nra.
    assert (20 <= / t ^ 2) by (replace 20 with (/ (1 / 20)) by field; now apply Rinv_le_contravar).
    assert ((x - 1) / t ^ 2 <= 20 * (x - 1)) by (unfold Rdiv; nra).
    replace ((1 * tanh (1 * x / (1 / 10)) - x) / (1 / 10))
      with (10 * (tanh (1 * x / (1 / 10)) - x)) by field.
    nra. }
  apply Ropp_lt_cancel; rewrite Ropp_0.
  replace (- (slope_on_line 1 s 1 t x / (1 + ratio_on_line 1 s 1 t x)))
    with (- slope_on_line 1 s 1 t x / (1 + ratio_on_line 1 s 1 t x)) by (field; lra).
  apply Rdiv_lt_0_compat; lra.
Qed.

(** * The four cases *)

(** Along each axis the slope of log r is negative at -1/50 and positive at 1/50. *)
Definition rises_near_0 (r : R -> R -> R) (x y : R) : Prop :=
  Derive (fun u => ln (r u y)) (- (1 / 50)) < 0 < Derive (fun u => ln (r u y)) (1 / 50)
  /\ Derive (fun u => ln (r x u)) (- (1 / 50)) < 0 < Derive (fun u => ln (r x u)) (1 / 50).

Lemma slopes_near_0 :
  slope_1 (- (1 / 50)) < 0 < slope_1 (1 / 50) /\ slope_2 (- (1 / 50)) < 0 < slope_2 (1 / 50)
  /\ slope_3 (- (1 / 50)) < 0 < slope_3 (1 / 50) /\ slope_4 (- (1 / 50)) < 0 < slope_4 (1 / 50).
Proof.
  rewrite slope_1_opp, slope_2_opp; unfold slope_1, slope_2, slope_3, slope_4.
  replace (10 * - (1 / 50)) with (- (1 / 5)) by field;
    replace (10 * (1 / 50)) with (1 / 5) by field.
  replace (30 * - (1 / 50)) with (- (3 / 5)) by field;
    replace (30 * (1 / 50)) with (3 / 5) by field.
  rewrite !tanh_opp; generalize (tanh_ge (1 / 5)) (tanh_ge (3 / 5)); lra.
Qed.

Lemma derive_signs (f : R -> R) (a b s t : R) :
  is_derive f a s -> is_derive f b t -> s < 0 < t -> Derive f a < 0 < Derive f b.
Proof. intros first second; rewrite (is_derive_unique f a s), (is_derive_unique f b t); auto. Qed.

Lemma critical_points_of_cases x y :
  rises_near_0 ratio_1 x y /\ (Rabs x < 2 -> Rabs y < 2 -> rises_near_0 ratio_2 x y)
  /\ rises_near_0 ratio_3 x y /\ rises_near_0 ratio_4 x y.
Proof.
  destruct slopes_near_0 as [one [two [three four]]].
  assert (small : forall u, u = - (1 / 50) \/ u = 1 / 50 -> Rabs u < 2)
    by (intros u [-> | ->]; [rewrite Rabs_left | rewrite Rabs_pos_eq]; lra).
  split; [| split; [| split]]; [| intros in_x in_y | |]; split.
  - exact (derive_signs _ _ _ _ _ (proj1 (slope_1_exact _ y)) (proj1 (slope_1_exact _ y)) one).
  - exact (derive_signs _ _ _ _ _ (proj2 (slope_1_exact x _)) (proj2 (slope_1_exact x _)) one).
  - exact (derive_signs _ _ _ _ _ (proj1 (slope_2_exact _ y (small _ (or_introl eq_refl)) in_y))
      (proj1 (slope_2_exact _ y (small _ (or_intror eq_refl)) in_y)) two).
  - exact (derive_signs _ _ _ _ _ (proj2 (slope_2_exact x _ in_x (small _ (or_introl eq_refl))))
      (proj2 (slope_2_exact x _ in_x (small _ (or_intror eq_refl)))) two).
  - exact (derive_signs _ _ _ _ _ (proj1 (slope_3_exact _ y)) (proj1 (slope_3_exact _ y)) three).
  - exact (derive_signs _ _ _ _ _ (proj2 (slope_3_exact x _)) (proj2 (slope_3_exact x _)) three).
  - exact (derive_signs _ _ _ _ _ (proj1 (slope_4_exact _ y)) (proj1 (slope_4_exact _ y)) four).
  - exact (derive_signs _ _ _ _ _ (proj2 (slope_4_exact x _)) (proj2 (slope_4_exact x _)) four).
Qed.

(** * A small ratio *)

Lemma ratio_at_midpoint m s : 0 < s -> ratio_on_line m s 0 s 0 = exp (- m ^ 2 / (2 * s ^ 2)).
Proof.
  intros s_pos; unfold ratio_on_line, two_modes, gaussian1.
  assert (root : 0 < sqrt (2 * PI)) by (apply sqrt_lt_R0; generalize PI_RGT_0; lra).
  replace (- (0 - - m) ^ 2 / (2 * s ^ 2)) with (- m ^ 2 / (2 * s ^ 2)) by (field; lra).
  replace (- (0 - m) ^ 2 / (2 * s ^ 2)) with (- m ^ 2 / (2 * s ^ 2)) by (field; lra).
  replace (- (0 - 0) ^ 2 / (2 * s ^ 2)) with 0 by (field; lra); rewrite exp_0; field; lra.
Qed.

Lemma slope_at_midpoint m s t : 0 < s -> 0 < t -> slope_on_line m s 0 t 0 = 0.
Proof.
  intros s_pos t_pos; unfold slope_on_line; replace (m * 0 / s ^ 2) with 0 by (field; lra).
  rewrite tanh_0; field; lra.
Qed.

Lemma small_ratio_printed_false :
  ~ forall m s t x, 0 < s -> 0 < t -> ratio_on_line m s 0 t x <= 1 / 100 ->
    / (100 * s) <= Rabs (Derive (fun u => ln (ratio_on_line m s 0 t u)) x).
Proof.
  intros printed; assert (far := printed 4 1 1 0 Rlt_0_1 Rlt_0_1).
  assert (flat : Derive (fun u => ln (ratio_on_line 4 1 0 1 u)) 0 = slope_on_line 4 1 0 1 0)
    by (apply is_derive_unique, is_derive_log_ratio_on_line; lra).
  rewrite flat in far.
  rewrite slope_at_midpoint, Rabs_R0, ratio_at_midpoint in far by lra.
  assert (exp (- 4 ^ 2 / (2 * 1 ^ 2)) <= 1 / 100); [| specialize (far H); lra].
  replace (- 4 ^ 2 / (2 * 1 ^ 2)) with (Ropp 8) by field; rewrite (exp_Ropp 8).
  assert (two : 2 <= exp 1) by (generalize (exp_ineq1_le 1); lra).
  assert (256 <= exp 8).
  { replace 8 with (INR 8 * 1) by (simpl; ring); rewrite <- exp_pow.
    apply Rle_trans with (2 ^ 8); [lra | apply pow_incr; lra]. }
  replace (1 / 100) with (/ 100) by field; apply Rinv_le_contravar; lra.
Qed.

(** On a straight way the gradient of log r is somewhere as long as the mean slope. *)
Lemma long_gradient_on_the_way n (r : vector -> R) (G : R -> vector) (x v : vector) :
  0 < norm n v ->
  (forall u, 0 <= u <= 1 -> 0 < r (add x (scale u v))) ->
  (forall u, 0 <= u <= 1 -> is_gradient n (fun y => ln (r y)) (add x (scale u v)) (G u)) ->
  exists u, 0 < u < 1
  /\ Rabs (ln (r (add x (scale 1 v)) / r (add x (scale 0 v)))) / norm n v <= norm n (G u).
Proof.
  intros long positive smooth.
  assert (slope : forall u, 0 <= u <= 1 ->
    derivable_pt_lim (fun u => ln (r (add x (scale u v)))) u (dot n (G u) v)).
  { intros u inside; apply is_derive_Reals.
    assert (shifted := is_derive_along n _ _ _ v (smooth u inside)).
    replace (dot n (G u) v) with (1 * dot n (G u) v) by ring.
    apply (is_derive_ext (fun w => ln (r (add (add x (scale u v)) (scale (w - u) v))))).
    - intros w; f_equal; f_equal; apply FunctionalExtensionality.functional_extensionality.
      intros i; unfold add, scale; ring.
    - apply (is_derive_comp (fun t => ln (r (add (add x (scale u v)) (scale t v))))
        (fun w => w - u)); [now rewrite Rminus_eq_0 |].
      auto_derive; [exact I | ring]. }
  destruct (MVT_cor2 _ _ 0 1 Rlt_0_1 slope) as [u [mean inside]].
  exists u; split; [assumption |].
  assert (start := positive 0 ltac:(lra)); assert (finish := positive 1 ltac:(lra)).
  unfold Rdiv at 2; rewrite ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat; assumption).
  replace (ln (r (add x (scale 1 v))) + - ln (r (add x (scale 0 v))))
    with (dot n (G u) v) by lra.
  apply (Rmult_le_reg_r (norm n v)); [assumption |].
  unfold Rdiv; rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra; apply dot_le.
Qed.

(** Two Gaussians of equal variance, along the line of their centres: the gradient has one length
    and the bound is attained. *)
Lemma long_gradient_attained n s a b x k :
  0 < s ->
  let r y := gaussian_n n s a y / gaussian_n n s b y in
  let v := scale k (sub a b) in
  (forall y, is_gradient n (fun y => ln (r y)) y (scale (/ s ^ 2) (sub a b)))
  /\ Rabs (ln (r (add x v) / r x)) = norm n (scale (/ s ^ 2) (sub a b)) * norm n v.
Proof.
  intros s_pos r v.
  assert (pos : forall c y, 0 < gaussian_n n s c y) by (intros; now apply gaussian_n_pos).
  split.
  - intros y; eapply is_gradient_ext; cycle 1.
    + apply is_gradient_log_ratio; [apply pos | apply pos | |]; now apply is_gradient_gaussian_n.
    + intros j _; unfold sub, scale; generalize (pos a y) (pos b y); intros; field; lra.
  - assert (log_r : forall y, ln (r y)
      = (dot n (sub y b) (sub y b) - dot n (sub y a) (sub y a)) / (2 * s ^ 2)).
    { intros y; unfold r, Rdiv at 1; rewrite ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat;
      apply pos).
      unfold gaussian_n.
      assert (0 < / (sqrt (2 * PI) * s) ^ n) by now apply Rinv_0_lt_compat, pow_lt, root_pos.
      rewrite !ln_mult, !ln_exp by (try apply exp_pos; assumption); field; lra. }
    assert (r_pos : forall y, 0 < r y) by (intros; now apply Rdiv_lt_0_compat).
    unfold Rdiv at 1; rewrite ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat; apply r_pos).
    rewrite !log_r, norm_scale; unfold v at 5; rewrite norm_scale.
    transitivity (Rabs (k / s ^ 2 * dot n (sub a b) (sub a b))).
    + f_equal.
      assert (linear : dot n (sub (add x v) b) (sub (add x v) b)
          - dot n (sub (add x v) a) (sub (add x v) a)
        = 2 * k * dot n (sub a b) (sub a b)
          + (dot n (sub x b) (sub x b) - dot n (sub x a) (sub x a))).
      { unfold dot; rewrite <- !sum_minus, <- sum_scal, <- sum_plus; apply sum_ext.
        intros j _; unfold v, sub, add, scale; ring. }
      rewrite linear; field; lra.
    + rewrite Rabs_mult, (Rabs_pos_eq (dot n _ _)) by apply dot_self_nonneg.
      unfold Rdiv; rewrite Rabs_mult, <- norm_pow2; ring.
Qed.
