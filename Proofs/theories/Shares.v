(** Shares of the particles: masses of rectangles under p_g of cases 1 and 3. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.NormalDistribution Missing.NormalTail.
From Steepness Require Import Missing.HyperbolicTangent Densities DiscriminatorFieldCases.
From Steepness Require Import SmoothedData CaseFields CaseDirections CaseQuadrants.
From Steepness Require Import CaseProse CaseStrengths.
Open Scope R_scope.

(** * Bounds of exp by its series, of π and of Φ *)

(** A function that starts at 0 and whose slope is not negative. *)
Lemma nonneg_of_slope (f f' : R -> R) x :
  0 <= x -> f 0 = 0 -> (forall u, is_derive f u (f' u)) -> (forall u, 0 <= u -> 0 <= f' u) ->
  0 <= f x.
Proof.
  intros [positive | <-] start derive slope; [| lra].
  destruct (MVT_cor2 f f' 0 x positive) as [c [mean inside]].
  { intros u _; apply is_derive_Reals, derive. }
  assert (0 <= f' c) by (apply slope; lra); rewrite start in mean; nra.
Qed.

Lemma exp_ge_square x : 0 <= x -> 1 + x + x ^ 2 / 2 <= exp x.
Proof.
  intros nonneg; assert (0 <= exp x - (1 + x + x ^ 2 / 2)); [| lra].
  apply (nonneg_of_slope (fun u => exp u - (1 + u + u ^ 2 / 2)) (fun u => exp u - (1 + u)) x
    nonneg).
  - rewrite exp_0; field.
  - intros u; auto_derive; [exact I | field].
  - intros u _; generalize (exp_ineq1_le u); lra.
Qed.

Lemma exp_opp_le_square x : 0 <= x -> exp (- x) <= 1 - x + x ^ 2 / 2.
Proof.
  intros nonneg; assert (0 <= 1 - x + x ^ 2 / 2 - exp (- x)); [| lra].
  apply (nonneg_of_slope (fun u => 1 - u + u ^ 2 / 2 - exp (- u)) (fun u => exp (- u) - (1 - u))
    x nonneg).
  - rewrite Ropp_0, exp_0; field.
  - intros u; auto_derive; [exact I | field].
  - intros u _; generalize (exp_ineq1_le (- u)); lra.
Qed.

Lemma exp_opp_ge_cube x : 0 <= x -> 1 - x + x ^ 2 / 2 - x ^ 3 / 6 <= exp (- x).
Proof.
  intros nonneg; assert (0 <= exp (- x) - (1 - x + x ^ 2 / 2 - x ^ 3 / 6)); [| lra].
  apply (nonneg_of_slope (fun u => exp (- u) - (1 - u + u ^ 2 / 2 - u ^ 3 / 6))
    (fun u => 1 - u + u ^ 2 / 2 - exp (- u)) x nonneg).
  - rewrite Ropp_0, exp_0; field.
  - intros u; auto_derive; [exact I | field].
  - intros u u_nonneg; generalize (exp_opp_le_square u u_nonneg); lra.
Qed.

Lemma PI_bounds : 3 < PI < 32325 / 10000.
Proof.
  split; [generalize PI2_3_2; unfold PI2; lra |].
  destruct (PI_ineq 5) as [_ most]; unfold tg_alt, PI_tg in most; simpl in most; lra.
Qed.

(** 1/√(2π). *)
Lemma root_bounds : 3932 / 10000 <= / sqrt (2 * PI) <= 4083 / 10000.
Proof.
  destruct PI_bounds as [low high]; assert (root := sqrt_2PI_pos).
  assert (square := sqrt_sqrt (2 * PI) ltac:(lra)).
  assert (inverse : sqrt (2 * PI) * / sqrt (2 * PI) = 1) by (apply Rinv_r; lra).
  assert (positive : 0 < / sqrt (2 * PI)) by now apply Rinv_0_lt_compat.
  split; apply (Rmult_le_reg_l (sqrt (2 * PI))); try assumption; rewrite inverse; nra.
Qed.

(** Φ(x) - 1/2 from below, by the series of its density. *)
Lemma Phi_ge x :
  0 <= x -> 1 / 2 + 3932 / 10000 * (x - x ^ 3 / 6 + x ^ 5 / 40 - x ^ 7 / 336) <= Phi x.
Proof.
  intros [positive | <-]; [| rewrite Phi_0; lra].
  destruct (MVT_cor2 (fun u => Phi u - 3932 / 10000 * (u - u ^ 3 / 6 + u ^ 5 / 40 - u ^ 7 / 336))
    (fun u => phi u - 3932 / 10000 * (1 - u ^ 2 / 2 + u ^ 4 / 8 - u ^ 6 / 48)) 0 x positive)
    as [c [mean inside]].
  { intros u _; apply is_derive_Reals; evar_last.
    - apply @is_derive_minus; [apply is_derive_Phi |]; auto_derive; [exact I | reflexivity].
    - unfold minus, plus, opp; simpl; field. }
  assert (density : 3932 / 10000 * (1 - c ^ 2 / 2 + c ^ 4 / 8 - c ^ 6 / 48) <= phi c).
  { assert (series := exp_opp_ge_cube (c ^ 2 / 2) ltac:(nra)).
    replace (1 - c ^ 2 / 2 + (c ^ 2 / 2) ^ 2 / 2 - (c ^ 2 / 2) ^ 3 / 6)
      with (1 - c ^ 2 / 2 + c ^ 4 / 8 - c ^ 6 / 48) in series by field.
    unfold phi; replace (- c ^ 2 / 2) with (- (c ^ 2 / 2)) by field.
    assert (e_pos := exp_pos (- (c ^ 2 / 2))); destruct root_bounds as [k_ge _].
    change (exp (- (c ^ 2 / 2)) / sqrt (2 * PI)) with (exp (- (c ^ 2 / 2)) * / sqrt (2 * PI)).
    set (e := exp (- (c ^ 2 / 2))) in *; set (k := / sqrt (2 * PI)) in *.
    apply Rle_trans with (3932 / 10000 * e); [apply Rmult_le_compat_l; lra |].
    rewrite Rmult_comm; apply Rmult_le_compat_l; lra. }
  rewrite Phi_0 in mean.
  assert (0 <= (phi c - 3932 / 10000 * (1 - c ^ 2 / 2 + c ^ 4 / 8 - c ^ 6 / 48)) * (x - 0))
    by (apply Rmult_le_pos; lra); lra.
Qed.

Lemma Phi_near_1_rational z : 0 <= z -> 1 - / (1 + z ^ 2 / 2) <= Phi z.
Proof.
  intros nonneg; destruct (Phi_near_1 z nonneg) as [_ near].
  assert (bound := exp_opp_le (z ^ 2 / 2) ltac:(nra)).
  replace (- (z ^ 2 / 2)) with (- z ^ 2 / 2) in bound by field.
  assert (1 - Phi z <= / (1 + z ^ 2 / 2)) by (eapply Rle_trans; [exact near | exact bound]); lra.
Qed.

(** * Masses *)

Lemma root_of_fifth : 0 < sqrt (2 / 10) /\ sqrt (2 / 10) ^ 2 = 2 / 10.
Proof. split; [apply sqrt_lt_R0; lra | apply pow2_sqrt; lra]. Qed.

(** Case 1: the share with |x| < 1, |y| < 1. *)
Lemma share_inside_1 : 94 / 100 <= mass (2 / 10) 0 0 (-1) 1 (-1) 1.
Proof.
  destruct root_of_fifth as [s_pos square]; set (s := sqrt (2 / 10)) in *; rewrite <- square.
  rewrite mass_of_rectangle by assumption; set (z := / s).
  assert (z_pos : 0 < z) by now apply Rinv_0_lt_compat.
  assert (z_square : z ^ 2 = 5) by (unfold z; rewrite pow_inv, square; field).
  replace ((1 - 0) / s) with z by (unfold z; field; lra).
  replace ((-1 - 0) / s) with (- z) by (unfold z; field; lra).
  rewrite Phi_opp; assert (tail := tail_le_density z).
  assert (z_ge : 2236 / 1000 <= z) by nra.
  assert (density : phi z <= 33856 / 1000000).
  { unfold phi; replace (- z ^ 2 / 2) with (- (5 / 2)) by lra; rewrite exp_Ropp.
    assert (e_ge : 1206 / 100 <= exp (5 / 2)).
    { assert (small := exp_ge_square (5 / 32) ltac:(lra)).
      replace (5 / 2) with (INR 16 * (5 / 32)) by (simpl; field); rewrite <- exp_pow.
      apply Rle_trans with ((11684 / 10000) ^ 16); [lra | apply pow_incr; lra]. }
    assert (inverse : / exp (5 / 2) <= / (1206 / 100)) by (apply Rinv_le_contravar; lra).
    assert (0 < / exp (5 / 2)) by (apply Rinv_0_lt_compat; lra).
    destruct root_bounds as [_ k_le]; assert (0 < / sqrt (2 * PI))
      by (apply Rinv_0_lt_compat, sqrt_2PI_pos).
    apply Rle_trans with (/ (1206 / 100) * (4083 / 10000)); [| lra].
    unfold Rdiv at 1; apply Rmult_le_compat; lra. }
  assert (below : 1 - Phi z <= 152 / 10000) by (generalize (Phi_lt_1 z); intros; nra).
  assert (0 <= 1 - Phi z) by (generalize (Phi_lt_1 z); lra); nra.
Qed.

(** Case 3: the share with both coordinates above 1/50, already of those below 2000. *)
Lemma share_quadrant_3 : 69 / 100 < mass 1 1 1 (1 / 50) 2000 (1 / 50) 2000.
Proof.
  replace 1 with (1 ^ 2) at 1 by ring; rewrite mass_of_rectangle by lra.
  replace ((1 / 50 - 1) / 1) with (- (49 / 50)) by field;
    replace ((2000 - 1) / 1) with 1999 by field.
  rewrite Phi_opp; assert (low := Phi_ge (49 / 50) ltac:(lra)).
  assert (far := Phi_near_1_rational 1999 ltac:(lra)).
  assert (831 / 1000 <= Phi 1999 - (1 - Phi (49 / 50))) by lra; nra.
Qed.

(** Case 1: the share within log(39)/20 of an axis, already of those in [-20, 20]². *)
Lemma share_near_axes_1 :
  let w := ln 39 / 20 in
  1 / 2 < mass (2 / 10) 0 0 (- w) w (-20) 20 + mass (2 / 10) 0 0 w 20 (- w) w
          + mass (2 / 10) 0 0 (-20) (- w) (- w) w.
Proof.
  intros w; destruct root_of_fifth as [s_pos square]; set (s := sqrt (2 / 10)) in *.
  rewrite <- square, !mass_of_rectangle by assumption; set (z := / s).
  assert (z_pos : 0 < z) by now apply Rinv_0_lt_compat.
  assert (z_square : z ^ 2 = 5) by (unfold z; rewrite pow_inv, square; field).
  assert (z_ge : 2236 / 1000 <= z) by nra.
  replace ((w - 0) / s) with (w * z) by (unfold z; field; lra).
  replace ((- w - 0) / s) with (- (w * z)) by (unfold z; field; lra).
  replace ((20 - 0) / s) with (20 * z) by (unfold z; field; lra).
  replace ((-20 - 0) / s) with (- (20 * z)) by (unfold z; field; lra).
  rewrite !Phi_opp.
  assert (log_ge : 36 / 10 <= ln 39).
  { rewrite <- (ln_exp (36 / 10)); apply ln_le; [apply exp_pos |].
    assert (cube := exp_opp_ge_cube (36 / 160) ltac:(lra)).
    assert (root_le : exp (36 / 160) <= 12525 / 10000).
    { rewrite <- (Ropp_involutive (36 / 160)), exp_Ropp.
      rewrite <- (Rinv_inv (12525 / 10000)); apply Rinv_le_contravar; lra. }
    replace (36 / 10) with (INR 16 * (36 / 160)) by (simpl; field); rewrite <- exp_pow.
    apply Rle_trans with ((12525 / 10000) ^ 16); [| lra].
    apply pow_incr; split; [left; apply exp_pos | assumption]. }
  assert (log_le : ln 39 <= 4).
  { rewrite <- (ln_exp 4); apply ln_le; [lra |].
    assert (small := exp_ge_square (1 / 4) ltac:(lra)).
    replace 4 with (INR 16 * (1 / 4)) by (simpl; field); rewrite <- exp_pow.
    apply Rle_trans with ((128 / 100) ^ 16); [lra | apply pow_incr; lra]. }
  assert (near : 4 / 10 <= w * z) by (unfold w; nra).
  assert (low : 65 / 100 <= Phi (w * z)).
  { apply Rle_trans with (Phi (4 / 10)); [| now apply Phi_le].
    apply Rle_trans with (2 := Phi_ge (4 / 10) ltac:(lra)); lra. }
  assert (far : 1 - / 1000 <= Phi (20 * z)).
  { apply Rle_trans with (2 := Phi_near_1_rational (20 * z) ltac:(lra)).
    assert (/ (1 + (20 * z) ^ 2 / 2) <= / 1000) by (apply Rinv_le_contravar; nra); lra. }
  assert (top := Phi_lt_1 (20 * z)).
  assert (order : Phi (w * z) < Phi (20 * z)) by (apply Phi_increasing; unfold w; nra).
  set (a := Phi (w * z)) in *; set (l := Phi (20 * z)) in *; nra.
Qed.

(** Case 1: each component points to the nearest mode where the coordinate is below 1, and to 2
    beyond. *)
Lemma case_1_components_and_share :
  (forall x y,
    (0 < x < 1 -> 0 < velocity_x data_1 generated_1 x y)
    /\ (- 1 < x < 0 -> velocity_x data_1 generated_1 x y < 0)
    /\ (0 < y < 1 -> 0 < velocity_y data_1 generated_1 x y)
    /\ (- 1 < y < 0 -> velocity_y data_1 generated_1 x y < 0))
  /\ 94 / 100 <= mass (2 / 10) 0 0 (-1) 1 (-1) 1
  /\ (forall x y,
    (1 <= x <= 2 - / 10 ^ 15 -> 0 < velocity_x data_1 generated_1 x y)
    /\ (2 <= x -> velocity_x data_1 generated_1 x y < 0)
    /\ (1 <= y <= 2 - / 10 ^ 15 -> 0 < velocity_y data_1 generated_1 x y)
    /\ (2 <= y -> velocity_y data_1 generated_1 x y < 0)).
Proof.
  split; [exact case_1_components | split; [exact share_inside_1 |]].
  destruct case_1_zero as [z [between each]]; intros x y.
  destruct (each x y) as [x_pos [x_neg [_ [y_pos [y_neg _]]]]].
  repeat split; intros; [apply x_pos | apply x_neg | apply y_pos | apply y_neg]; lra.
Qed.

(** Case 3: no particle with both coordinates above 1/50 leaves the quadrant of the mode. *)
Lemma case_3_inflow_and_share :
  (forall x y,
    (1 / 50 <= x <= 99 / 100 -> 0 < velocity_x data_1 generated_3 x y)
    /\ (1 / 50 <= y <= 99 / 100 -> 0 < velocity_y data_1 generated_3 x y))
  /\ 69 / 100 < mass 1 1 1 (1 / 50) 2000 (1 / 50) 2000.
Proof. exact (conj case_3_inflow share_quadrant_3). Qed.

(** Case 1: within log(39)/20 of an axis a component is off by more than 1/10. *)
Lemma share_off_1 :
  let w := ln 39 / 20 in
  (forall x, Rabs x < w -> x <> 0 -> 1 / 10 < Rabs (2 - Rabs x - slope_1 (Rabs x) / 5))
  /\ 1 / 2 < mass (2 / 10) 0 0 (- w) w (-20) 20 + mass (2 / 10) 0 0 w 20 (- w) w
             + mass (2 / 10) 0 0 (-20) (- w) (- w) w.
Proof.
  intros w; split; [| exact share_near_axes_1]; intros x near away.
  assert (positive : 0 < Rabs x) by now apply Rabs_pos_lt.
  rewrite slope_1_of_shortfall.
  replace (2 - Rabs x - 5 * (2 - Rabs x - 2 * shortfall (10 * Rabs x)) / 5)
    with (2 * shortfall (10 * Rabs x)) by field.
  assert (pos := shortfall_pos (10 * Rabs x)); rewrite Rabs_pos_eq by lra.
  destruct (shortfall_le_iff 2 39 (Rabs x) ltac:(lra) ltac:(lra) ltac:(lra)) as [to_x _].
  apply Rnot_le_lt; intros small; specialize (to_x small); unfold w in near; lra.
Qed.

(** Table 2: the box holds the balls of 3σ, more than half of the particles of case 3 are in the
    quadrant of their mode, and how far the modes are apart, σ² = 1/10. *)
Lemma descriptions_of_cases :
  (forall a b x y, is_sign a -> is_sign b -> (x - a) ^ 2 + (y - b) ^ 2 <= 9 / 10 ->
    Rabs x <= 2 /\ Rabs y <= 2)
  /\ 1 / 2 < mass 1 1 1 0 2000 0 2000
  /\ 18 * sqrt (1 / 10) <= 2 * 3 /\ 6 * sqrt (1 / 10) <= 2 * 1.
Proof.
  split; [| split].
  - assert (one : forall a x y b, is_sign a -> (x - a) ^ 2 + (y - b) ^ 2 <= 9 / 10 -> Rabs x <= 2).
    { intros a x y b sign near; assert (h := pow2_ge_0 (y - b)).
      apply Rabs_le; destruct sign as [-> | ->]; nra. }
    intros a b x y sign_a sign_b near; split; [apply (one a x y b) | apply (one b y x a)]; auto;
      lra.
  - assert (h := mass_of_rectangle 1 1 1 0 2000 0 2000 Rlt_0_1).
    replace (1 ^ 2) with 1 in h by ring; rewrite h.
    replace ((0 - 1) / 1) with (- (1)) by field; replace ((2000 - 1) / 1) with 1999 by field.
    rewrite Phi_opp; assert (low := Phi_ge 1 ltac:(lra)).
    assert (far := Phi_near_1_rational 1999 ltac:(lra)).
    assert (8 / 10 <= Phi 1999 - (1 - Phi 1)) by lra; nra.
  - assert (root := sqrt_sqrt (1 / 10) ltac:(lra)); assert (0 <= sqrt (1 / 10)) by apply sqrt_pos.
    split; nra.
Qed.
