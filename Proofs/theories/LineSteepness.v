(** How steep the monotone map to a mixture on the line is. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Extremes.
From Steepness Require Import Missing.NormalDistribution Missing.NormalTail.
From Steepness Require Import Densities LineMixture.
Open Scope R_scope.

(** The height that gap i gives, in its exponent: gap²/8s². *)
Definition gap_exponent (x : nat -> R) (s : R) (i : nat) : R := (x (S i) - x i) ^ 2 / (8 * s ^ 2).

Lemma gap_exponent_eq x s i : 0 < s -> gap_exponent x s i = half_gap x s i ^ 2 / 2.
Proof. intros positive; unfold gap_exponent, half_gap; field; lra. Qed.

(** ** Everywhere *)

Lemma sum_phi_le N w x s y z :
  mixture_weights N w -> Phi z = mixture_cdf N w x s y ->
  sum N (fun i => w i * phi ((y - x i) / s)) <= phi z.
Proof.
  intros [nonneg total] z_is.
  apply Rle_trans with
    (sum N (fun i => w i * (phi z + z * Phi z) - w i * (z * Phi ((y - x i) / s)))).
  - apply sum_le; intros i inside; rewrite <- Rmult_minus_distr_l; apply Rmult_le_compat_l; auto.
    generalize (phi_le_tangent ((y - x i) / s) z); lra.
  - right; rewrite sum_minus.
    rewrite (sum_ext N (fun i => w i * (phi z + z * Phi z)) (fun i => (phi z + z * Phi z) * w i)),
      (sum_ext N (fun i => w i * (z * Phi ((y - x i) / s)))
        (fun i => z * (w i * Phi ((y - x i) / s)))) by (intros; ring).
    rewrite !sum_scal, total; fold (mixture_cdf N w x s y); rewrite <- z_is; ring.
Qed.

(** The steepness is s at least, at every point. *)
Lemma steepness_ge_width N w x s g :
  0 < s -> mixture_weights N w -> monotone_map N w x s g -> forall z, s <= Rabs (Derive g z).
Proof.
  intros s_pos w_is g_is z; rewrite (Rabs_Derive_monotone_map N w x s s_pos w_is g g_is).
  assert (positive := mixture_density_pos N w x s s_pos w_is (g z)).
  apply -> Rle_div_r; [| assumption].
  apply Rle_trans with (2 := sum_phi_le N w x s (g z) z w_is (eq_sym (g_is z))).
  right; unfold mixture_density; rewrite <- sum_scal; apply sum_ext; intros i _.
  rewrite gaussian1_eq by assumption; field; lra.
Qed.

(** ** At midpoints *)

Section Midpoints.

Variables (N : nat) (x : nat -> R) (s : R) (g : R -> R).
Hypotheses (some : (2 <= N)%nat) (s_pos : 0 < s) (order : ascending N x).
Hypothesis g_is : monotone_map N (equal N) x s g.

Notation density := (mixture_density N (equal N) x s).
Notation cdf := (mixture_cdf N (equal N) x s).

Lemma equal_is : mixture_weights N (equal N).
Proof. apply weights_equal; lia. Qed.

Lemma slope_at_anchor i z :
  (S i < N)%nat -> Phi z = cdf (midpoint x i) ->
  Rabs (Derive g z) = phi z / density (midpoint x i).
Proof.
  intros inside z_is.
  rewrite (Rabs_Derive_monotone_map N _ x s s_pos equal_is g g_is).
  now rewrite (monotone_map_at N _ x s s_pos equal_is g g_is _ _ z_is).
Qed.

Lemma slope_at_anchor_ge i z :
  (S i < N)%nat -> Phi z = cdf (midpoint x i) ->
  s * exp (gap_exponent x s i - z ^ 2 / 2) <= Rabs (Derive g z).
Proof.
  intros inside z_is; rewrite (slope_at_anchor i z inside z_is).
  assert (phi_z := phi_pos z); assert (phi_h := phi_pos (half_gap x s i)).
  assert (ratio := phi_ratio z (half_gap x s i)).
  rewrite gap_exponent_eq by assumption.
  replace (half_gap x s i ^ 2 / 2 - z ^ 2 / 2) with ((half_gap x s i ^ 2 - z ^ 2) / 2) by field.
  rewrite <- ratio; replace (s * (phi z / phi (half_gap x s i)))
    with (phi z / (phi (half_gap x s i) / s)) by (field; lra).
  apply Rmult_le_compat_l; [lra |]; apply Rinv_le_contravar.
  - apply mixture_density_pos; [assumption | apply equal_is].
  - now apply density_at_midpoint_le.
Qed.

Lemma slope_at_anchor_le i z :
  (S i < N)%nat -> Phi z = cdf (midpoint x i) ->
  Rabs (Derive g z) <= INR N / 2 * (s * exp (gap_exponent x s i - z ^ 2 / 2)).
Proof.
  intros inside z_is; rewrite (slope_at_anchor i z inside z_is).
  assert (phi_z := phi_pos z); assert (phi_h := phi_pos (half_gap x s i)).
  assert (ratio := phi_ratio z (half_gap x s i)).
  assert (N_pos : 0 < INR N) by (apply lt_0_INR; lia).
  rewrite gap_exponent_eq by assumption.
  replace (half_gap x s i ^ 2 / 2 - z ^ 2 / 2) with ((half_gap x s i ^ 2 - z ^ 2) / 2) by field.
  rewrite <- ratio; replace (INR N / 2 * (s * (phi z / phi (half_gap x s i))))
    with (phi z / (2 / INR N * (phi (half_gap x s i) / s))) by (field; lra).
  apply Rmult_le_compat_l; [lra |]; apply Rinv_le_contravar.
  - apply Rmult_lt_0_compat; apply Rdiv_lt_0_compat; lra.
  - now apply density_at_midpoint_ge.
Qed.

Variable q : R.
Hypothesis q_is : Phi q = 1 - / INR N.

Lemma anchor_pow2_le i z :
  (S i < N)%nat -> Phi z = cdf (midpoint x i) -> z ^ 2 <= q ^ 2.
Proof.
  intros inside z_is.
  assert (within := anchor_within_quantile N x s i s_pos inside q z q_is z_is).
  rewrite <- (pow2_abs z); apply pow_incr; split; [apply Rabs_pos | assumption].
Qed.

Lemma exp_le a b : a <= b -> exp a <= exp b.
Proof. intros [less | ->]; [left; now apply exp_increasing | lra]. Qed.

(** Every gap gives a lower bound, at the anchor of its middle. *)
Lemma exists_steep_of_gap i :
  (S i < N)%nat ->
  exists z, s * exp (gap_exponent x s i) * exp (- q ^ 2 / 2) <= Rabs (Derive g z).
Proof.
  intros inside; destruct (exists_anchor N _ x s s_pos equal_is (midpoint x i)) as [z z_is].
  exists z; apply Rle_trans with (2 := slope_at_anchor_ge i z inside z_is).
  rewrite Rmult_assoc, <- exp_plus; apply Rmult_le_compat_l; [lra |]; apply exp_le.
  generalize (anchor_pow2_le i z inside z_is); lra.
Qed.

(** The sharpened bound: the greatest over gaps, with exp(-q²/2). *)
Lemma exists_steep_of_greatest :
  exists z, greatest (N - 1) (fun i => s * exp (gap_exponent x s i)) * exp (- q ^ 2 / 2)
    <= Rabs (Derive g z).
Proof.
  destruct (greatest_attained (N - 1) (fun i => s * exp (gap_exponent x s i))) as [i [inside ->]];
    [lia |].
  apply exists_steep_of_gap; lia.
Qed.

(** The printed bound: the least over gaps, with exp(-q²). *)
Lemma exists_steep_of_least :
  exists z, least (N - 1) (fun i => s * exp (gap_exponent x s i) * exp (- q ^ 2))
    <= Rabs (Derive g z).
Proof.
  destruct (least_attained (N - 1) (fun i => s * exp (gap_exponent x s i) * exp (- q ^ 2)))
    as [i [inside ->]]; [lia |].
  destruct (exists_steep_of_gap i) as [z steep]; [lia |]; exists z.
  apply Rle_trans with (2 := steep); apply Rmult_le_compat_l.
  - left; apply Rmult_lt_0_compat; [assumption | apply exp_pos].
  - apply exp_le; nra.
Qed.

(** Both ways, at every midpoint. *)
Lemma log_slope_at_anchor i z :
  (S i < N)%nat -> g z = midpoint x i ->
  - q ^ 2 / 2 <= ln (Rabs (Derive g z) / s) - gap_exponent x s i <= ln (INR N / 2).
Proof.
  intros inside at_midpoint.
  assert (z_is : Phi z = cdf (midpoint x i)) by (rewrite <- at_midpoint; symmetry; apply g_is).
  assert (low := slope_at_anchor_ge i z inside z_is).
  assert (high := slope_at_anchor_le i z inside z_is).
  assert (N_pos : 0 < INR N) by (apply lt_0_INR; lia).
  assert (some_exp := exp_pos (gap_exponent x s i - z ^ 2 / 2)).
  assert (low' : exp (gap_exponent x s i - z ^ 2 / 2) <= Rabs (Derive g z) / s).
  { apply -> Rle_div_r; [| assumption]; now rewrite Rmult_comm. }
  assert (high' : Rabs (Derive g z) / s <= INR N / 2 * exp (gap_exponent x s i - z ^ 2 / 2)).
  { apply <- Rle_div_l; [| assumption]; lra. }
  assert (bound := anchor_pow2_le i z inside z_is); split.
  - apply Rle_trans with (- z ^ 2 / 2); [lra |].
    apply ln_le in low'; [| assumption]; rewrite ln_exp in low'; lra.
  - apply ln_le in high'; [| lra]; rewrite ln_mult, ln_exp in high' by lra.
    assert (0 <= z ^ 2) by apply pow2_ge_0; lra.
Qed.

End Midpoints.

(** ** The inverse map, as in the proof *)

(** (g⁻¹)'(y) written out. *)
Lemma inverse_slope_eq N x s y z :
  (1 <= N)%nat -> 0 < s ->
  mixture_density N (equal N) x s y / phi z
    = / (INR N * s) * sum N (fun i => exp (- (y - x i) ^ 2 / (2 * s ^ 2))) * exp (z ^ 2 / 2).
Proof.
  intros some positive; assert (N_pos : 0 < INR N) by (apply lt_0_INR; lia).
  assert (root := sqrt_2PI_pos).
  rewrite equal_density by assumption.
  rewrite (sum_ext N _ (fun i => / sqrt (2 * PI) * exp (- (y - x i) ^ 2 / (2 * s ^ 2)))).
  - rewrite sum_scal; unfold phi; replace (exp (z ^ 2 / 2)) with (/ exp (- z ^ 2 / 2)).
    + field; generalize (exp_pos (- z ^ 2 / 2)); lra.
    + rewrite <- exp_Ropp; f_equal; field.
  - intros i _; unfold phi, Rdiv; rewrite Rmult_comm; do 2 f_equal; field; lra.
Qed.

(** The bound of the third line: the greatest over gaps of exp(-gap²/8s²)·exp(zᵢ²/2)/s. *)
Definition printed_inverse_bound (N : nat) (x : nat -> R) (s : R) (z : nat -> R) : R :=
  greatest (N - 1) (fun i => / s * exp (- gap_exponent x s i) * exp (z i ^ 2 / 2)).

Lemma inverse_slope_at_midpoint N x s i z :
  0 < s -> ascending N x -> (S i < N)%nat ->
  mixture_density N (equal N) x s (midpoint x i) / phi z
    <= / s * exp (- gap_exponent x s i) * exp (z ^ 2 / 2).
Proof.
  intros positive order inside.
  assert (phi_z := phi_pos z).
  assert (density := density_at_midpoint_le N x s i positive order inside).
  rewrite gap_exponent_eq, Rmult_assoc, <- exp_plus by assumption.
  replace (- (half_gap x s i ^ 2 / 2) + z ^ 2 / 2) with ((z ^ 2 - half_gap x s i ^ 2) / 2) by field.
  rewrite <- phi_ratio; apply <- Rle_div_l; [| assumption].
  apply Rle_trans with (1 := density); right; field; lra.
Qed.

(** Two modes ±3 with s = 1, at y = 3: more than 1/2 against exp(-9/2). *)
Lemma inverse_slope_printed_false :
  let x i := match i with O => -3 | _ => 3 end in
  line_separated 2 x (6 * 1)
  /\ forall y z : R, y = 3 -> Phi z = mixture_cdf 2 (equal 2) x 1 y ->
     forall a, Phi (a 0%nat) = mixture_cdf 2 (equal 2) x 1 (midpoint x 0) ->
     printed_inverse_bound 2 x 1 a < mixture_density 2 (equal 2) x 1 y / phi z.
Proof.
  intros x; split.
  - intros i inside; assert (i = 0%nat) as -> by lia; simpl; lra.
  - intros y z -> z_is a a_is; rewrite anchor_of_two, <- Phi_0 in a_is by lra.
    apply Phi_injective in a_is; unfold printed_inverse_bound.
    change (2 - 1)%nat with 1%nat; cbn [greatest]; rewrite Rmax_left by lra; rewrite a_is.
    replace (0 ^ 2 / 2) with 0 by field; rewrite exp_0.
    rewrite inverse_slope_eq by (lia || lra); cbn [sum]; unfold x at 2 3.
    replace (- (3 - 3) ^ 2 / (2 * 1 ^ 2)) with 0 by field; rewrite exp_0.
    replace (- gap_exponent x 1 0) with (- (9 / 2)) by (unfold gap_exponent, x; field).
    assert (rare := exp_opp_le (9 / 2)); assert (1 <= exp (z ^ 2 / 2)).
    { rewrite <- exp_0; apply exp_le; nra. }
    assert (0 < exp (- (3 - -3) ^ 2 / (2 * 1 ^ 2))) by apply exp_pos.
    change (INR 2) with 2; nra.
Qed.

Lemma exp_anchor_le N x s i :
  0 < s -> (S i < N)%nat -> forall q z,
  Phi q = 1 - / INR N -> Phi z = mixture_cdf N (equal N) x s (midpoint x i) ->
  exp (z ^ 2 / 2) <= exp (q ^ 2).
Proof.
  intros s_pos inside q z q_is z_is; apply exp_le.
  assert (some : (2 <= N)%nat) by lia.
  assert (bound := anchor_pow2_le N x s s_pos q q_is i z inside z_is).
  assert (square := pow2_ge_0 q); lra.
Qed.
