(** The monotone generator of a symmetric pair of modes is steepest at the centre, however near the
    modes are. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities Missing.InverseDerivative.
From Steepness Require Import SymmetricMixture ClosedSteepnessEquation OptimalGenerator.
Open Scope R_scope.

(** Where the slope φw of H crosses 0 upwards, H rises to the right. *)
Lemma rises_after (H weight w : R -> R) (w' z b : R) :
  (forall u, is_derive H u (weight u * w u)) -> (forall u, 0 < weight u) ->
  is_derive w z w' -> w z = 0 -> 0 < w' -> z < b -> exists u, z < u < b /\ H z < H u.
Proof.
  intros H_derive weight_pos w_derive zero rising room.
  destruct (proj1 (is_derive_iff_linear w z w') w_derive (w' / 2)) as [d [d_pos near]]; [lra |].
  set (u := z + Rmin d (b - z) / 2).
  assert (step : 0 < Rmin d (b - z)) by (apply Rmin_glb_lt; lra).
  assert (left := Rmin_l d (b - z)); assert (right := Rmin_r d (b - z)).
  exists u; split; [unfold u; lra |].
  destruct (MVT_gen H z u (fun u => weight u * w u)) as [c [between mean]].
  - intros; apply H_derive.
  - intros c _; apply continuity_pt_filterlim, (ex_derive_continuous H); eexists; apply H_derive.
  - assert (z_u : z < u) by (unfold u; lra).
    rewrite Rmin_left, Rmax_right in between by lra.
    destruct (Req_dec c z) as [-> | other].
    + exfalso; destruct (MVT_cor2 H (fun u => weight u * w u) z u z_u) as [e [e_mean e_in]].
      { intros e _; apply is_derive_Reals, H_derive. }
      rewrite zero, Rmult_0_r, Rmult_0_l in mean; rewrite e_mean in mean.
      assert (close : Rabs (e - z) < d) by (rewrite Rabs_pos_eq by lra; unfold u in *; lra).
      specialize (near e close); rewrite zero, Rminus_0_r, (Rabs_pos_eq (e - z)) in near by lra.
      apply Rabs_le_between in near.
      assert (0 < w e) by nra; assert (0 < weight e * w e) by (apply Rmult_lt_0_compat; auto).
      nra.
    + assert (close : Rabs (c - z) < d) by (rewrite Rabs_pos_eq by lra; unfold u in *; lra).
      specialize (near c close); rewrite zero, Rminus_0_r, (Rabs_pos_eq (c - z)) in near by lra.
      apply Rabs_le_between in near.
      assert (0 < w c) by nra; assert (0 < weight c * w c) by (apply Rmult_lt_0_compat; auto).
      nra.
Qed.

(** The slope vanishes at a greatest value inside. *)
Lemma flat_at_maximum (H : R -> R) (l a b c : R) :
  is_derive H c l -> a < c < b -> (forall u, a <= u <= b -> H u <= H c) -> l = 0.
Proof.
  intros derive inside greatest; apply is_derive_Reals in derive.
  change (derive_pt H c (exist _ l derive) = 0).
  apply (deriv_maximum H a b c); try lra; intros u low high; apply greatest; lra.
Qed.

Section Pair.

Variables (m s : R).
Hypotheses (m_pos : 0 < m) (s_pos : 0 < s).

Let p := symmetric_mixture m s.
Definition tilt (x : R) : R := exp (2 * m * x / s ^ 2).
Definition score (x : R) : R := - x / s ^ 2 + m / s ^ 2 * (1 - 2 / (tilt x + 1)).
Definition score' (x : R) : R := - 1 / s ^ 2 + 4 * m ^ 2 / s ^ 4 * (tilt x / (tilt x + 1) ^ 2).

Lemma tilt_pos x : 0 < tilt x.
Proof. apply exp_pos. Qed.

Lemma tilt_derive x : is_derive tilt x (2 * m / s ^ 2 * tilt x).
Proof.
  unfold tilt; evar_last.
  - apply (is_derive_comp exp (fun x => 2 * m * x / s ^ 2)).
    + apply is_derive_Reals, derivable_pt_lim_exp.
    + auto_derive; [exact I | reflexivity].
  - unfold scal; simpl; unfold mult; simpl; field; lra.
Qed.

Lemma score_derive x : is_derive score x (score' x).
Proof.
  assert (pos := tilt_pos x); unfold score; evar_last.
  - apply (is_derive_plus (fun x => - x / s ^ 2) (fun x => m / s ^ 2 * (1 - 2 / (tilt x + 1)))).
    + instantiate (1 := - 1 / s ^ 2); auto_derive; [exact I | field; lra].
    + apply is_derive_scal, (is_derive_minus (fun _ => 1) (fun x => 2 / (tilt x + 1)));
        [apply @is_derive_const |].
      apply (is_derive_div (fun _ => 2) (fun x => tilt x + 1)); [apply @is_derive_const | | lra].
      apply (is_derive_plus tilt (fun _ => 1)); [apply tilt_derive | apply @is_derive_const].
  - unfold score', minus, plus, opp, zero; simpl; field; lra.
Qed.

Lemma score_is_log_slope x : Derive p x = p x * score x.
Proof.
  unfold p; rewrite Derive_symmetric_mixture by assumption; assert (pos := tilt_pos x).
  assert (ratio : gaussian1 m s x = tilt x * gaussian1 (- m) s x).
  { unfold tilt, gaussian1; assert (root := root_pos).
    replace (- (x - m) ^ 2 / (2 * s ^ 2))
      with (2 * m * x / s ^ 2 + - (x - - m) ^ 2 / (2 * s ^ 2)) by (field; lra).
    rewrite exp_plus; field; lra. }
  unfold symmetric_mixture', symmetric_mixture, score; rewrite ratio; field; lra.
Qed.

Lemma score'_decreasing x y : 0 <= x < y -> score' y < score' x.
Proof.
  intros order.
  assert (low : 1 <= tilt x).
  { unfold tilt; rewrite <- exp_0 at 1; destruct (proj1 order) as [more | <-].
    - left; apply exp_increasing, Rdiv_lt_0_compat; nra.
    - right; f_equal; field; lra. }
  assert (less : tilt x < tilt y).
  { unfold tilt; apply exp_increasing; apply Rmult_lt_compat_r; [| nra].
    apply Rinv_0_lt_compat; nra. }
  assert (shares : tilt y / (tilt y + 1) ^ 2 < tilt x / (tilt x + 1) ^ 2).
  { apply Rmult_lt_reg_r with ((tilt x + 1) ^ 2 * (tilt y + 1) ^ 2);
      [apply Rmult_lt_0_compat; apply pow_lt; lra |].
    replace (tilt y / (tilt y + 1) ^ 2 * ((tilt x + 1) ^ 2 * (tilt y + 1) ^ 2))
      with (tilt y * (tilt x + 1) ^ 2) by (field; lra).
    replace (tilt x / (tilt x + 1) ^ 2 * ((tilt x + 1) ^ 2 * (tilt y + 1) ^ 2))
      with (tilt x * (tilt y + 1) ^ 2) by (field; lra).
    assert (0 < (tilt y - tilt x) * (tilt x * tilt y - 1)) by (apply Rmult_lt_0_compat; nra).
    nra. }
  unfold score'.
  assert (0 < 4 * m ^ 2 / s ^ 4) by (apply Rdiv_lt_0_compat; [nra | apply pow_lt; lra]).
  nra.
Qed.

Variables (Phi Psi g : R -> R).
Hypothesis optimal : optimal_generator Phi Psi p g.

Let k0 := optimal_steepness m s.

Lemma p_pos x : 0 < p x.
Proof. now apply symmetric_mixture_pos. Qed.

Lemma g_slope z : is_derive g z (standard_gaussian z / p (g z)).
Proof. exact (is_derive_optimal Phi Psi p g optimal p_pos z). Qed.

(** The optimal slope at 0 over that at z, as a difference; its slope is φ times w. *)
Definition excess (z : R) : R := k0 * p (g z) - standard_gaussian z.
Definition w (z : R) : R := k0 * score (g z) + z.
Definition w' (z : R) : R := k0 * (standard_gaussian z / p (g z)) * score' (g z) + 1.

Lemma excess_derive z : is_derive excess z (standard_gaussian z * w z).
Proof.
  assert (pos := p_pos (g z)); unfold excess; evar_last.
  - apply (is_derive_minus (fun z => k0 * p (g z)) standard_gaussian);
      [| apply is_derive_standard_gaussian].
    apply is_derive_scal, (is_derive_comp p g); [| apply g_slope].
    apply Derive_correct; eexists; now apply is_derive_symmetric_mixture.
  - rewrite score_is_log_slope; unfold w, minus, plus, opp, scal; simpl; unfold mult; simpl.
    field; lra.
Qed.

Lemma w_derive z : is_derive w z (w' z).
Proof.
  unfold w; evar_last.
  - apply (is_derive_plus (fun z => k0 * score (g z)) (fun z => z)); [| apply @is_derive_id].
    apply is_derive_scal, (is_derive_comp score g); [apply score_derive | apply g_slope].
  - unfold w', plus, scal, one; simpl; unfold mult; simpl; ring.
Qed.

Lemma centre : g 0 = 0 /\ excess 0 = 0 /\ w 0 = 0 /\ 0 < w' 0.
Proof.
  destruct (optimal_at_centre Phi Psi g m s s_pos optimal) as [at_0 [slope _]].
  assert (k_pos := optimal_steepness_pos m s s_pos); fold k0 in slope, k_pos.
  assert (slope' : standard_gaussian 0 / p 0 = k0).
  { rewrite <- slope, (is_derive_unique _ _ _ (g_slope 0)), at_0; reflexivity. }
  assert (pos := p_pos 0).
  assert (tilt_0 : tilt 0 = 1)
    by (unfold tilt; replace (2 * m * 0 / s ^ 2) with 0 by (field; lra); apply exp_0).
  split; [exact at_0 | split; [| split]].
  - unfold excess; rewrite at_0, <- slope'; field; lra.
  - unfold w, score; rewrite at_0, tilt_0; field; lra.
  - unfold w', score'; rewrite at_0, tilt_0, slope'.
    unfold k0, optimal_steepness; set (e := exp (m ^ 2 / (2 * s ^ 2))).
    set (t := m ^ 2 / s ^ 2).
    assert (t_pos : 0 < t) by (apply Rdiv_lt_0_compat; nra).
    assert (square : e * e = exp t).
    { unfold e, t; rewrite <- exp_plus; f_equal; field; lra. }
    replace (s * e * (s * e) * (- 1 / s ^ 2 + 4 * m ^ 2 / s ^ 4 * (1 / (1 + 1) ^ 2)) + 1)
      with (1 + (t - 1) * (e * e)) by (unfold t; field; lra).
    rewrite square.
    assert (bound := exp_ineq1 (- t) ltac:(lra)).
    assert (product : exp t * exp (- t) = 1) by (rewrite <- exp_plus, Rplus_opp_r; apply exp_0).
    assert (0 < exp t) by apply exp_pos; nra.
Qed.

Lemma g_increasing y z : y < z -> g y < g z.
Proof.
  intros less; destruct (MVT_gen g y z (fun z => standard_gaussian z / p (g z))) as [c [_ mean]].
  - intros; apply g_slope.
  - intros c _; apply continuity_pt_filterlim, (ex_derive_continuous g); eexists; apply g_slope.
  - assert (0 < standard_gaussian c / p (g c))
      by (apply Rdiv_lt_0_compat; [apply standard_gaussian_pos | apply p_pos]); nra.
Qed.

(** Where the excess is positive and w falls through 0, and later the excess is negative and w
    rises through 0, the slope of the score would have to grow. *)
Lemma no_return y z :
  0 < y < z -> 0 < excess y -> excess z < 0 -> w' y <= 0 -> 0 <= w' z -> False.
Proof.
  intros order above below falls rises.
  destruct centre as [at_0 _].
  assert (y_pos : 0 < g y) by (rewrite <- at_0; apply g_increasing; lra).
  assert (decreasing := score'_decreasing (g y) (g z) (conj (Rlt_le _ _ y_pos)
    (g_increasing y z (proj2 order)))).
  assert (k_pos := optimal_steepness_pos m s s_pos); fold k0 in k_pos.
  assert (py := p_pos (g y)); assert (pz := p_pos (g z)).
  assert (fy := standard_gaussian_pos y); assert (fz := standard_gaussian_pos z).
  unfold excess in above, below; unfold w' in falls, rises.
  assert (slope_y : 0 < standard_gaussian y / p (g y) < k0).
  { split; [now apply Rdiv_lt_0_compat |]; apply Rmult_lt_reg_r with (p (g y)); [assumption |].
    unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra. }
  assert (slope_z : k0 < standard_gaussian z / p (g z)).
  { apply Rmult_lt_reg_r with (p (g z)); [assumption |].
    unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra. }
  set (a := standard_gaussian y / p (g y)) in *; set (b := standard_gaussian z / p (g z)) in *.
  assert (y_bound : k0 * k0 * score' (g y) < -1) by nra.
  assert (z_bound : -1 < k0 * k0 * score' (g z)).
  { assert (-1 <= k0 * b * score' (g z)) by lra.
    destruct (Rle_or_lt 0 (score' (g z))) as [positive | negative]; [nra |].
    assert (0 < k0 * (b - k0) * - score' (g z))
      by (apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat |]; lra).
    lra. }
  nra.
Qed.

Lemma small_gaussian (b e : R) : 0 < e -> exists X, b < X /\ standard_gaussian X < e.
Proof.
  intros e_pos; exists (Rmax b 0 + 2 + 2 / e).
  assert (inverse : 0 < 2 / e) by (apply Rdiv_lt_0_compat; lra).
  assert (low := Rmax_l b 0); assert (nonneg := Rmax_r b 0); split; [lra |].
  set (X := Rmax b 0 + 2 + 2 / e).
  assert (X_low : 2 + 2 / e <= X) by (unfold X; lra).
  unfold standard_gaussian, gaussian1.
  replace (- (X - 0) ^ 2 / (2 * 1 ^ 2)) with (- (X ^ 2 / 2)) by field; rewrite exp_Ropp.
  assert (square : 0 < X ^ 2 / 2) by nra.
  assert (large := exp_ineq1 (X ^ 2 / 2) ltac:(lra)).
  assert (root : 1 <= sqrt (2 * PI)).
  { rewrite <- sqrt_1; apply sqrt_le_1_alt; generalize PI2_1; lra. }
  assert (exp_low : 2 / e < exp (X ^ 2 / 2)) by nra.
  apply Rle_lt_trans with (1 * / exp (X ^ 2 / 2)).
  - apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, exp_pos |].
    rewrite Rmult_1_r, <- Rinv_1; apply Rinv_le_contravar; lra.
  - rewrite Rmult_1_l; apply Rlt_le_trans with (/ (2 / e)).
    + apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; [lra | apply exp_pos] | assumption].
    + replace (/ (2 / e)) with (e / 2) by (field; lra); lra.
Qed.

Lemma excess_nonneg_right b : 0 < b -> 0 <= excess b.
Proof.
  intros b_pos; apply Rnot_lt_le; intros negative.
  destruct centre as [at_0 [excess_0 [w_0 w'_0]]].
  assert (smooth : forall z, continuity_pt excess z).
  { intros z; apply continuity_pt_filterlim, (ex_derive_continuous excess).
    eexists; apply excess_derive. }
  destruct (rises_after excess standard_gaussian w (w' 0) 0 b excess_derive
    standard_gaussian_pos (w_derive 0) w_0 w'_0 b_pos) as [u [u_in u_above]].
  rewrite excess_0 in u_above.
  destruct (continuity_ab_maj excess 0 b ltac:(lra) (fun z _ => smooth z)) as [y [greatest y_in]].
  assert (y_above : 0 < excess y) by (generalize (greatest u ltac:(lra)); lra).
  assert (y_inside : 0 < y < b).
  { split; apply Rnot_le_lt; intros edge.
    - replace y with 0 in y_above by lra; lra.
    - replace y with b in y_above by lra; lra. }
  assert (flat_y : w y = 0).
  { assert (zero := flat_at_maximum excess _ 0 b y (excess_derive y) y_inside greatest).
    assert (pos := standard_gaussian_pos y); nra. }
  assert (falls : w' y <= 0).
  { apply Rnot_lt_le; intros rising.
    destruct (rises_after excess standard_gaussian w (w' y) y b excess_derive
      standard_gaussian_pos (w_derive y) flat_y rising ltac:(lra)) as [v [v_in more]].
    generalize (greatest v ltac:(lra)); lra. }
  destruct (small_gaussian b (- excess b) ltac:(lra)) as [X [X_far X_small]].
  assert (k_pos := optimal_steepness_pos m s s_pos); fold k0 in k_pos.
  assert (X_above : excess b < excess X).
  { unfold excess at 2; assert (pos := p_pos (g X)); nra. }
  destruct (continuity_ab_min excess y X ltac:(lra) (fun z _ => smooth z)) as [z [least z_in]].
  assert (z_below : excess z <= excess b) by (apply least; lra).
  assert (z_inside : y < z < X).
  { split; apply Rnot_le_lt; intros edge.
    - replace z with y in z_below by lra; lra.
    - replace z with X in z_below by lra; lra. }
  assert (negated : forall v, is_derive (fun v => - excess v) v (standard_gaussian v * - w v)).
  { intros v; replace (standard_gaussian v * - w v) with (- (standard_gaussian v * w v)) by ring.
    apply (is_derive_opp excess), excess_derive. }
  assert (flat_z : w z = 0).
  { assert (zero := flat_at_maximum (fun v => - excess v) _ y X z (negated z) z_inside
      (fun v v_in => Ropp_le_contravar _ _ (least v v_in))).
    assert (pos := standard_gaussian_pos z); nra. }
  assert (rises : 0 <= w' z).
  { apply Rnot_lt_le; intros falling.
    destruct (rises_after (fun v => - excess v) standard_gaussian (fun v => - w v) (- w' z) z X
      negated standard_gaussian_pos (is_derive_opp w z _ (w_derive z)) ltac:(lra) ltac:(lra)
      ltac:(lra)) as [v [v_in more]].
    generalize (least v ltac:(lra)); lra. }
  apply (no_return y z); lra.
Qed.

Lemma generator_odd z : g (- z) = - g z.
Proof.
  destruct optimal as [Phi_is [Psi_is equal]].
  assert (Phi_sum := distribution_symmetric Phi standard_gaussian 0 ltac:(intros u;
    replace (0 - u) with (- (0 + u)) by ring; now rewrite standard_gaussian_even) Phi_is z).
  assert (Psi_sum := distribution_symmetric Psi p 0 ltac:(intros u;
    replace (0 - u) with (- (0 + u)) by ring; unfold p; now rewrite symmetric_mixture_even)
    Psi_is (g z)).
  rewrite Rplus_0_l, Rminus_0_l in Phi_sum, Psi_sum.
  assert (values : Psi (g (- z)) = Psi (- g z)).
  { rewrite equal; rewrite equal in Psi_sum; lra. }
  assert (increasing := distribution_increasing Psi p p_pos Psi_is).
  destruct (Rtotal_order (g (- z)) (- g z)) as [less | [| more]]; [| assumption |].
  - generalize (increasing _ _ less); lra.
  - generalize (increasing _ _ more); lra.
Qed.

Lemma slope_le_centre z : Derive g z <= k0.
Proof.
  assert (nonneg : 0 <= excess z).
  { destruct (Rtotal_order 0 z) as [right | [<- | left]].
    - now apply excess_nonneg_right.
    - right; symmetry; apply centre.
    - replace (excess z) with (excess (- z)); [apply excess_nonneg_right; lra |].
      unfold excess; rewrite generator_odd, standard_gaussian_even.
      unfold p; now rewrite symmetric_mixture_even. }
  rewrite (is_derive_unique _ _ _ (g_slope z)); unfold excess in nonneg.
  assert (pos := p_pos (g z)); apply Rmult_le_reg_r with (p (g z)); [assumption |].
  unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra.
Qed.

End Pair.

Lemma steepest_at_centre (m s : R) (Phi Psi g : R -> R) :
  0 < m -> 0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
  forall z, Rabs (Derive g z) <= Rabs (Derive g 0)
  /\ Rabs (Derive g 0) = s * exp (m ^ 2 / (2 * s ^ 2)).
Proof.
  intros m_pos s_pos optimal z.
  destruct (optimal_at_centre Phi Psi g m s s_pos optimal) as [_ [slope _]].
  assert (k_pos := optimal_steepness_pos m s s_pos).
  assert (bound := slope_le_centre m s m_pos s_pos Phi Psi g optimal z).
  assert (z_pos : 0 < Derive g z).
  { apply (optimal_image_density Phi Psi _ g optimal).
    intros x; now apply symmetric_mixture_pos. }
  rewrite slope, !Rabs_pos_eq by lra; split; [exact bound | reflexivity].
Qed.
