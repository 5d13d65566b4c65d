(** The directions in the first quadrant of cases 1 to 3: exact slopes, where the printed direction
    is right, and where it is not. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.HyperbolicTangent Densities DiscriminatorFieldCases.
From Steepness Require Import CaseFields CaseDirections.
Open Scope R_scope.

(** The cosine of the angle between ∇d/d and [a, b] is at least 9/10. *)
Definition nearly_along (p q : R -> R -> R) (x y a b : R) : Prop :=
  9 / 10 * sqrt ((velocity_x p q x y ^ 2 + velocity_y p q x y ^ 2) * (a ^ 2 + b ^ 2))
  <= velocity_x p q x y * a + velocity_y p q x y * b.

(** The same of the slopes, squared. *)
Lemma slopes_of_nearly_along p q x y a b s t r :
  0 < r -> velocity_x p q x y = s / (1 + r) -> velocity_y p q x y = t / (1 + r) ->
  nearly_along p q x y a b ->
  0 <= s * a + t * b /\ 81 / 100 * ((s ^ 2 + t ^ 2) * (a ^ 2 + b ^ 2)) <= (s * a + t * b) ^ 2.
Proof.
  unfold nearly_along; intros positive -> -> along.
  set (k := / (1 + r)); assert (k_pos : 0 < k) by (apply Rinv_0_lt_compat; lra).
  replace (s / (1 + r)) with (k * s) in along by (unfold k; field; lra).
  replace (t / (1 + r)) with (k * t) in along by (unfold k; field; lra).
  set (square := ((k * s) ^ 2 + (k * t) ^ 2) * (a ^ 2 + b ^ 2)) in along.
  assert (nonneg : 0 <= square)
    by (apply Rmult_le_pos; generalize (pow2_ge_0 (k * s)) (pow2_ge_0 (k * t))
          (pow2_ge_0 a) (pow2_ge_0 b); lra).
  assert (root := sqrt_sqrt square nonneg); assert (root_pos := sqrt_pos square).
  assert (inner : 0 <= k * (s * a + t * b)) by lra.
  split; [apply (Rmult_le_reg_l k); lra |].
  apply (Rmult_le_reg_l (k * k)); [nra |].
  replace (k * k * (81 / 100 * ((s ^ 2 + t ^ 2) * (a ^ 2 + b ^ 2)))) with (81 / 100 * square)
    by (unfold square; ring).
  replace (k * k * (s * a + t * b) ^ 2) with ((k * (s * a + t * b)) ^ 2) by ring.
  replace (k * s * a + k * t * b) with (k * (s * a + t * b)) in along by ring.
  rewrite <- root; nra.
Qed.

Lemma direction_1_printed_false :
  ~ forall x y, 0 < x -> 0 < y -> nearly_along data_1 generated_1 x y (2 - x) (2 - y).
Proof.
  intros printed; destruct (velocity_1 1 (1 / 100)) as [first second].
  assert (along := printed 1 (1 / 100) ltac:(lra) ltac:(lra)).
  destruct (slopes_of_nearly_along _ _ _ _ _ _ _ _ _ (ratio_pos_1 _ _) first second along)
    as [_ square].
  assert (s : 4999 / 1000 <= slope_1 1 <= 5)
    by (unfold slope_1; destruct (tanh_far (10 * 1)); lra).
  assert (t : 8 / 10 <= slope_1 (1 / 100) <= 95 / 100).
  { unfold slope_1; replace (10 * (1 / 100)) with (/ 10) by field.
    generalize (tanh_le_id (/ 10)) (tanh_ge (/ 10)); lra. }
  nra.
Qed.

(** Inside of the box, where p_g > 0. *)
Lemma direction_2_printed_false :
  ~ forall x y, 0 < x < 2 -> 0 < y < 2 -> nearly_along data_1 generated_2 x y (1 - x) (1 - y).
Proof.
  intros printed.
  assert (in_x : Rabs (1 / 2) < 2) by (rewrite Rabs_pos_eq; lra).
  assert (in_y : Rabs (1 / 100) < 2) by (rewrite Rabs_pos_eq; lra).
  destruct (velocity_2 (1 / 2) (1 / 100) in_x in_y) as [first second].
  assert (along := printed (1 / 2) (1 / 100) ltac:(lra) ltac:(lra)).
  assert (r_pos := ratio_pos_2 (1 / 2) (1 / 100) ltac:(lra) ltac:(lra)).
  destruct (slopes_of_nearly_along _ _ _ _ _ _ _ _ _ r_pos first second along) as [_ square].
  assert (s : 4 <= slope_2 (1 / 2) <= 5).
  { unfold slope_2; replace (10 * (1 / 2)) with 5 by field.
    generalize (tanh_ge 9) (tanh_lt_1 5); intros.
    assert (9 / 10 <= tanh 5); [| lra].
    apply Rle_trans with (1 - 2 / 33); [lra |]; apply tanh_ge_of_exp_ge; [lra |].
    replace (2 * 5) with (INR 10 * 1) by (simpl; ring); rewrite <- exp_pow.
    apply Rle_trans with (2 ^ 10); [lra | apply pow_incr; generalize (exp_ineq1_le 1); lra]. }
  assert (t : 8 / 10 <= slope_2 (1 / 100) <= 9 / 10).
  { unfold slope_2; replace (10 * (1 / 100)) with (/ 10) by field.
    generalize (tanh_le_id (/ 10)) (tanh_ge (/ 10)); lra. }
  nra.
Qed.

Lemma direction_3_printed_false :
  ~ forall x y, 0 < x -> 0 < y -> nearly_along data_1 generated_3 x y (1 - x) (1 - y).
Proof.
  intros printed; destruct (velocity_3 1 (1 / 100)) as [first second].
  assert (along := printed 1 (1 / 100) ltac:(lra) ltac:(lra)).
  destruct (slopes_of_nearly_along _ _ _ _ _ _ _ _ _ (ratio_pos_3 _ _) first second along)
    as [inner _].
  assert (t : slope_3 (1 / 100) <= - (9 / 100)); [| lra].
  unfold slope_3; replace (10 * (1 / 100)) with (/ 10) by field.
  generalize (tanh_le_id (/ 10)); lra.
Qed.

(** * How far from the axes the printed direction is right *)

(** Both components of ∇d/d are one positive factor times numbers g and h that are below c - x and
    c - y, by at most 1/10 exactly from the stated distance of the axis on. *)
Definition right_from (p q : R -> R -> R) (c distance x y : R) : Prop :=
  exists k g h, 0 < k /\ velocity_x p q x y = k * g /\ velocity_y p q x y = k * h
  /\ 0 <= c - x - g /\ 0 <= c - y - h
  /\ (c - x - g <= 1 / 10 <-> distance <= x) /\ (c - y - h <= 1 / 10 <-> distance <= y).

Lemma shortfall_le_iff l odds x :
  0 < l -> 0 < odds -> 2 * l = (1 + odds) / 10 ->
  (l * shortfall (10 * x) <= 1 / 10 <-> ln odds / 20 <= x).
Proof.
  intros l_pos odds_pos size; unfold shortfall; replace (2 * (10 * x)) with (20 * x) by ring.
  assert (e_pos := exp_pos (20 * x)).
  assert (exp_ln_odds := exp_ln odds odds_pos).
  replace (l * (2 / (1 + exp (20 * x)))) with (1 / 10 * ((1 + odds) / (1 + exp (20 * x))))
    by (replace (l * (2 / (1 + exp (20 * x)))) with (2 * l / (1 + exp (20 * x))) by (field; lra);
        rewrite size; field; lra).
  assert (step : (1 + odds) / (1 + exp (20 * x)) <= 1 <-> odds <= exp (20 * x)).
  { split; intros bound.
    - apply (Rmult_le_compat_r (1 + exp (20 * x))) in bound; [| lra].
      unfold Rdiv in bound; rewrite Rmult_assoc, Rinv_l in bound; lra.
    - apply (Rmult_le_reg_r (1 + exp (20 * x))); [lra |].
      unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra. }
  split; intros bound.
  - assert (odds <= exp (20 * x)) by (apply step; lra).
    apply Rnot_lt_le; intros less.
    assert (exp (20 * x) < exp (ln odds)) by (apply exp_increasing; lra); lra.
  - assert (odds <= exp (20 * x)); [| apply step in H; lra].
    rewrite <- exp_ln_odds; destruct (Req_dec (ln odds) (20 * x)) as [-> | other]; [lra |].
    left; apply exp_increasing; lra.
Qed.

Lemma direction_1_right x y :
  0 < x -> 0 < y -> right_from data_1 generated_1 2 (ln 39 / 20) x y.
Proof.
  intros _ _; destruct (velocity_1 x y) as [first second]; assert (r_pos := ratio_pos_1 x y).
  rewrite slope_1_of_shortfall in first, second.
  exists (5 / (1 + ratio_1 x y)), (2 - x - 2 * shortfall (10 * x)), (2 - y - 2 * shortfall (10 *
    y)).
  destruct (shortfall_le_iff 2 39 x ltac:(lra) ltac:(lra) ltac:(lra)) as [to_x from_x].
  destruct (shortfall_le_iff 2 39 y ltac:(lra) ltac:(lra) ltac:(lra)) as [to_y from_y].
  generalize (shortfall_pos (10 * x)) (shortfall_pos (10 * y)); intros.
  repeat split; try lra; try (apply Rdiv_lt_0_compat; lra); try (rewrite first; field; lra);
    try (rewrite second; field; lra); intros bound;
    first [apply to_x; lra | apply to_y; lra | specialize (from_x bound); lra
      | specialize (from_y bound); lra].
Qed.

Lemma direction_2_right x y :
  0 < x < 2 -> 0 < y < 2 -> right_from data_1 generated_2 1 (ln 19 / 20) x y.
Proof.
  intros in_x in_y; assert (Rabs x < 2) by (rewrite Rabs_pos_eq; lra).
  assert (Rabs y < 2) by (rewrite Rabs_pos_eq; lra).
  destruct (velocity_2 x y) as [first second]; auto;
    assert (r_pos := ratio_pos_2 x y ltac:(lra) ltac:(lra)).
  rewrite slope_2_of_shortfall in first, second.
  exists (10 / (1 + ratio_2 x y)), (1 - x - 1 * shortfall (10 * x)), (1 - y - 1 * shortfall (10 *
    y)).
  destruct (shortfall_le_iff 1 19 x ltac:(lra) ltac:(lra) ltac:(lra)) as [to_x from_x].
  destruct (shortfall_le_iff 1 19 y ltac:(lra) ltac:(lra) ltac:(lra)) as [to_y from_y].
  generalize (shortfall_pos (10 * x)) (shortfall_pos (10 * y)); intros.
  repeat split; try lra; try (apply Rdiv_lt_0_compat; lra); try (rewrite first; field; lra);
    try (rewrite second; field; lra); intros bound;
    first [apply to_x; lra | apply to_y; lra | specialize (from_x bound); lra
      | specialize (from_y bound); lra].
Qed.

Lemma direction_3_right x y :
  0 < x -> 0 < y -> right_from data_1 generated_3 1 (ln (191 / 9) / 20) x y.
Proof.
  intros _ _; destruct (velocity_3 x y) as [first second]; assert (r_pos := ratio_pos_3 x y).
  rewrite slope_3_of_shortfall in first, second.
  exists (9 / (1 + ratio_3 x y)), (1 - x - 10 / 9 * shortfall (10 * x)),
    (1 - y - 10 / 9 * shortfall (10 * y)).
  destruct (shortfall_le_iff (10 / 9) (191 / 9) x ltac:(lra) ltac:(lra)
    ltac:(lra)) as [to_x from_x].
  destruct (shortfall_le_iff (10 / 9) (191 / 9) y ltac:(lra) ltac:(lra)
    ltac:(lra)) as [to_y from_y].
  generalize (shortfall_pos (10 * x)) (shortfall_pos (10 * y)); intros.
  repeat split; try lra; try (apply Rdiv_lt_0_compat; lra); try (rewrite first; field; lra);
    try (rewrite second; field; lra); intros bound;
    first [apply to_x; lra | apply to_y; lra | specialize (from_x bound); lra
      | specialize (from_y bound); lra].
Qed.

(** * The exact slopes of log r *)

Section Slopes.

Variables (p q : R -> R) (x P Q : R).
Hypotheses (p_pos : 0 < p x) (q_pos : 0 < q x).
Hypotheses (p_is : is_derive p x (p x * P)) (q_is : is_derive q x (q x * Q)).

Lemma is_derive_log_ratio : is_derive (fun u => ln (p u / q u)) x (P - Q).
Proof.
  assert (r_pos : 0 < p x / q x) by now apply Rdiv_lt_0_compat.
  evar_last; [apply (is_derive_comp ln (fun u => p u / q u)) |].
  - now apply is_derive_Reals, derivable_pt_lim_ln.
  - apply is_derive_div; [exact p_is | exact q_is | lra].
  - unfold scal; simpl; unfold mult; simpl; field; lra.
Qed.

End Slopes.

Lemma log_ratio_of_corners v c w m n x y :
  0 < v -> 0 < w ->
  is_derive (fun u => ln (mixture v c u y / gaussian w m n u y)) x
    ((c * tanh (c * x / v) - x) / v + (x - m) / w)
  /\ is_derive (fun u => ln (mixture v c x u / gaussian w m n x u)) y
    ((c * tanh (c * y / v) - y) / v + (y - n) / w).
Proof.
  intros v_pos w_pos; split; evar_last.
  - apply (is_derive_log_ratio (fun u => mixture v c u y) (fun u => gaussian w m n u y));
      [now apply mixture_pos | now apply gaussian_pos | now apply is_derive_mixture_x
      | now apply is_derive_gaussian_x].
  - field; lra.
  - apply (is_derive_log_ratio (fun u => mixture v c x u) (fun u => gaussian w m n x u));
      [now apply mixture_pos | now apply gaussian_pos | now apply is_derive_mixture_y
      | now apply is_derive_gaussian_y].
  - field; lra.
Qed.

Lemma slope_1_exact (x y : R) :
  is_derive (fun u => ln (ratio_1 u y)) x (slope_1 x)
  /\ is_derive (fun u => ln (ratio_1 x u)) y (slope_1 y).
Proof.
  destruct (log_ratio_of_corners (1 / 10) 1 (2 / 10) 0 0 x y) as [first second]; try lra.
  unfold slope_1; replace (1 * x / (1 / 10)) with (10 * x) in first by field.
  replace (1 * y / (1 / 10)) with (10 * y) in second by field.
  split; evar_last; [exact first | field | exact second | field].
Qed.

Lemma slope_3_exact (x y : R) :
  is_derive (fun u => ln (ratio_3 u y)) x (slope_3 x)
  /\ is_derive (fun u => ln (ratio_3 x u)) y (slope_3 y).
Proof.
  destruct (log_ratio_of_corners (1 / 10) 1 1 1 1 x y) as [first second]; try lra.
  unfold slope_3; replace (1 * x / (1 / 10)) with (10 * x) in first by field.
  replace (1 * y / (1 / 10)) with (10 * y) in second by field.
  split; evar_last; [exact first | field | exact second | field].
Qed.

Lemma slope_4_exact (x y : R) :
  is_derive (fun u => ln (ratio_4 u y)) x (slope_4 x)
  /\ is_derive (fun u => ln (ratio_4 x u)) y (slope_4 y).
Proof.
  destruct (log_ratio_of_corners (1 / 10) 3 3 3 3 x y) as [first second]; try lra.
  unfold slope_4; replace (3 * x / (1 / 10)) with (30 * x) in first by field.
  replace (3 * y / (1 / 10)) with (30 * y) in second by field.
  split; evar_last; [exact first | field | exact second | field].
Qed.

Lemma slope_2_exact (x y : R) :
  Rabs x < 2 -> Rabs y < 2 ->
  is_derive (fun u => ln (ratio_2 u y)) x (slope_2 x)
  /\ is_derive (fun u => ln (ratio_2 x u)) y (slope_2 y).
Proof.
  intros in_x in_y; unfold slope_2.
  assert (flat : forall u w, Rabs u <= 2 -> Rabs w <= 2 -> uniform 2 u w = / (2 * 2) ^ 2)
    by (intros; now apply uniform_inside).
  assert (q_pos : 0 < uniform 2 x y) by (rewrite flat by lra; lra).
  split; evar_last.
  - apply (is_derive_log_ratio (fun u => mixture (1 / 10) 1 u y) (fun u => uniform 2 u y) x
      ((1 * tanh (1 * x / (1 / 10)) - x) / (1 / 10)) 0);
      [apply mixture_pos; lra | exact q_pos | apply is_derive_mixture_x; lra |].
    rewrite Rmult_0_r; apply (is_derive_ext_loc (fun _ => / (2 * 2) ^ 2));
      [| apply @is_derive_const].
    apply filter_imp with (2 := locally_inside x 2 in_x); intros u inside; symmetry.
    apply flat; lra.
  - replace (1 * x / (1 / 10)) with (10 * x) by field; field.
  - apply (is_derive_log_ratio (fun u => mixture (1 / 10) 1 x u) (fun u => uniform 2 x u) y
      ((1 * tanh (1 * y / (1 / 10)) - y) / (1 / 10)) 0);
      [apply mixture_pos; lra | exact q_pos | apply is_derive_mixture_y; lra |].
    rewrite Rmult_0_r; apply (is_derive_ext_loc (fun _ => / (2 * 2) ^ 2));
      [| apply @is_derive_const].
    apply filter_imp with (2 := locally_inside y 2 in_y); intros u inside; symmetry.
    apply flat; lra.
  - replace (1 * y / (1 / 10)) with (10 * y) by field; field.
Qed.
