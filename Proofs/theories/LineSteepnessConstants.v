(** The best constant of the lower bound at midpoints, for gaps of 6s or more. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace.
From Steepness Require Import Missing.NormalDistribution Missing.NormalTail.
From Steepness Require Import Densities LineMixture LineSteepness.
Open Scope R_scope.

(** The share of a mode that is one gap farther. *)
Definition rare : R := exp (- (36)).

Lemma rare_small : 0 < rare <= / 10 ^ 14.
Proof.
  split; [apply exp_pos |]; unfold rare; rewrite exp_Ropp; apply Rinv_le_contravar.
  - apply pow_lt; lra.
  - assert (eighth : 9 / 8 <= exp (1 / 8)) by (generalize (exp_ineq1_le (1 / 8)); lra).
    assert (power : forall n, exp (1 / 8) ^ n = exp (INR n / 8)).
    { induction n; [simpl; replace (0 / 8) with 0 by field; now rewrite exp_0 |].
      rewrite S_INR; simpl; rewrite IHn, <- exp_plus; f_equal; field. }
    replace 36 with (INR 288 / 8) by (simpl; field); rewrite <- power.
    apply Rle_trans with ((9 / 8) ^ 288); [| apply pow_incr; lra].
    change 288%nat with (12 * 24)%nat; rewrite pow_mult.
    apply Rle_trans with (4 ^ 24); [lra | apply pow_incr; lra].
Qed.

Lemma power_of_rare k : rare ^ k = exp (- (36 * INR k)).
Proof.
  induction k; [simpl; rewrite Rmult_0_r, Ropp_0, exp_0; ring |].
  rewrite S_INR; simpl; rewrite IHk; unfold rare; rewrite <- exp_plus; f_equal; ring.
Qed.

(** ** Geometric sums *)

Lemma sum_backwards i : forall f c, 0 <= c ->
  (forall j, (j <= i)%nat -> f j <= c * rare ^ (i - j)) -> sum (S i) f <= c / (1 - rare).
Proof.
  assert (small := rare_small); assert (tiny : / 10 ^ 14 < 1 / 2) by lra.
  induction i as [| i IHi]; intros f c nonneg bound.
  - cbn [sum]; specialize (bound 0%nat (le_n 0)); simpl in bound.
    apply Rle_trans with c; [lra |]; apply -> Rle_div_r; nra.
  - change (sum (S (S i)) f) with (sum (S i) f + f (S i)).
    assert (last := bound (S i) (le_n _)); rewrite Nat.sub_diag, pow_O in last.
    assert (rest : sum (S i) f <= c * rare / (1 - rare)).
    { apply IHi; [nra |]; intros j less; apply Rle_trans with (1 := bound j ltac:(lia)).
      replace (S i - j)%nat with (S (i - j)) by lia; simpl; lra. }
    replace (c / (1 - rare)) with (c * rare / (1 - rare) + c) by (field; lra); lra.
Qed.

Lemma sum_forwards m f c :
  0 <= c -> (forall j, (j < m)%nat -> f j <= c * rare ^ j) -> sum m f <= c / (1 - rare).
Proof.
  assert (small := rare_small); assert (tiny : / 10 ^ 14 < 1 / 2) by lra; intros nonneg bound.
  assert (exact : sum m f <= c * (1 - rare ^ m) / (1 - rare)).
  { induction m; cbn [sum]; [right; simpl; field; lra |].
    assert (sum m f <= c * (1 - rare ^ m) / (1 - rare)) by auto.
    assert (f m <= c * rare ^ m) by auto.
    replace (c * (1 - rare ^ S m) / (1 - rare))
      with (c * (1 - rare ^ m) / (1 - rare) + c * rare ^ m) by (simpl; field; lra); lra. }
  apply Rle_trans with (1 := exact); apply Rmult_le_compat_r.
  - left; apply Rinv_0_lt_compat; lra.
  - assert (0 < rare ^ m) by (apply pow_lt; lra); nra.
Qed.

Lemma sum_split a b f : sum (a + b) f = sum a f + sum b (fun j => f (a + j)%nat).
Proof.
  induction b; [rewrite Nat.add_0_r; simpl; ring |].
  rewrite Nat.add_succ_r; cbn [sum]; rewrite IHb; ring.
Qed.

Section Constant.

Variables (N : nat) (x : nat -> R) (s : R).
Hypotheses (s_pos : 0 < s) (apart : line_separated N x (6 * s)).

Lemma modes_far i j : (j <= i)%nat -> (i < N)%nat -> x j + 6 * s * INR (i - j) <= x i.
Proof.
  intros less inside; induction less as [| i less]; [rewrite Nat.sub_diag; simpl; lra |].
  assert (x j + 6 * s * INR (i - j) <= x i) by (apply IHless; lia).
  replace (S i - j)%nat with (S (i - j)) by lia; rewrite S_INR.
  generalize (apart i inside); lra.
Qed.

Variable i : nat.
Hypothesis inside : (S i < N)%nat.

Notation h := (half_gap x s i).

Lemma half_gap_ge_3 : 3 <= h.
Proof.
  unfold half_gap; apply -> Rle_div_r; [| lra]; generalize (apart i inside); lra.
Qed.

Lemma distance_below j : (j <= i)%nat -> h + 6 * INR (i - j) <= (midpoint x i - x j) / s.
Proof.
  intros less; apply -> Rle_div_r; [| assumption]; unfold half_gap, midpoint.
  assert (far := modes_far i j less ltac:(lia)).
  replace (((x (S i) - x i) / (2 * s) + 6 * INR (i - j)) * s)
    with ((x (S i) - x i) / 2 + 6 * s * INR (i - j)) by (field; lra); lra.
Qed.

Lemma distance_above j :
  (S i <= j)%nat -> (j < N)%nat -> h + 6 * INR (j - S i) <= (x j - midpoint x i) / s.
Proof.
  intros less some; apply -> Rle_div_r; [| assumption]; unfold half_gap, midpoint.
  assert (far := modes_far j (S i) less some).
  replace (((x (S i) - x i) / (2 * s) + 6 * INR (j - S i)) * s)
    with ((x (S i) - x i) / 2 + 6 * s * INR (j - S i)) by (field; lra); lra.
Qed.

Lemma INR_le_square k : INR k <= INR k ^ 2.
Proof.
  destruct k; [simpl; lra |]; rewrite S_INR; generalize (pos_INR k); nra.
Qed.

Lemma phi_far k t : h + 6 * INR k <= t -> phi t <= phi h * rare ^ k.
Proof.
  intros far; assert (wide := half_gap_ge_3); assert (k_nonneg := pos_INR k).
  assert (square := INR_le_square k).
  apply Rle_trans with (phi (h + 6 * INR k)); [apply phi_le; nra |].
  assert (phi_h := phi_pos h).
  replace (phi (h + 6 * INR k)) with (phi h * (phi (h + 6 * INR k) / phi h)) by (field; lra).
  rewrite phi_ratio, power_of_rare; apply Rmult_le_compat_l; [lra |]; apply exp_le; nra.
Qed.

Lemma tail_far k t : h + 6 * INR (S k) <= t -> Phi (- t) <= rare / 2 * rare ^ k.
Proof.
  intros far; assert (wide := half_gap_ge_3); assert (k_nonneg := pos_INR (S k)).
  assert (square := INR_le_square (S k)).
  rewrite Phi_opp; apply Rle_trans with (1 := tail_le_exp t ltac:(lra)).
  replace (rare / 2 * rare ^ k) with (rare ^ S k / 2) by (simpl; field).
  rewrite power_of_rare; apply Rmult_le_compat_r; [lra |]; apply exp_le; nra.
Qed.

(** The other modes add less than a share of 10⁻¹⁴ to the density at a midpoint. *)
Lemma density_at_midpoint_le_of_two :
  mixture_density N (equal N) x s (midpoint x i) <= 2 / INR N * (phi h / s) / (1 - rare).
Proof.
  assert (N_pos : 0 < INR N) by (apply lt_0_INR; lia).
  assert (small := rare_small); assert (tiny : / 10 ^ 14 < 1 / 2) by lra.
  assert (phi_h := phi_pos h); rewrite equal_density by assumption.
  replace (2 / INR N * (phi h / s) / (1 - rare))
    with (/ INR N * ((phi h / (1 - rare) + phi h / (1 - rare)) / s)) by (field; lra).
  apply Rmult_le_compat_l; [left; now apply Rinv_0_lt_compat |].
  apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat |].
  replace N with (S i + (N - S i))%nat at 1 by lia; rewrite sum_split.
  apply Rplus_le_compat.
  - apply sum_backwards; [lra |]; intros j less; apply phi_far, distance_below, less.
  - apply sum_forwards; [lra |]; intros j less; rewrite <- phi_opp; apply phi_far.
    replace (- ((midpoint x i - x (S i + j)%nat) / s)) with ((x (S i + j)%nat - midpoint x i) / s)
      by (field; lra).
    replace j with (S i + j - S i)%nat at 1 by lia; apply distance_above; lia.
Qed.

End Constant.

(** At the midpoint of every gap. *)
Lemma slope_at_midpoint_ge N x s g q :
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> monotone_map N (equal N) x s g ->
  Phi q = 1 - / INR N ->
  forall i z, (S i < N)%nat -> g z = midpoint x i ->
  INR N / 2 * exp (- q ^ 2 / 2) * (s * exp (gap_exponent x s i)) * (1 - / 10 ^ 14)
    <= Rabs (Derive g z).
Proof.
  intros some s_pos apart g_is q_is i z inside at_midpoint.
  assert (order := ascending_of_6s N x s s_pos apart).
  assert (z_is : Phi z = mixture_cdf N (equal N) x s (midpoint x i))
    by (rewrite <- at_midpoint; symmetry; apply g_is).
  rewrite (slope_at_anchor N x s g some s_pos g_is i z inside z_is).
  assert (dense := density_at_midpoint_le_of_two N x s s_pos apart i inside).
  assert (positive := mixture_density_pos N _ x s s_pos (equal_is N some) (midpoint x i)).
  assert (N_pos : 0 < INR N) by (apply lt_0_INR; lia).
  assert (small := rare_small); assert (tiny : / 10 ^ 14 < 1 / 2) by lra.
  assert (phi_h := phi_pos (half_gap x s i)); assert (phi_z := phi_pos z).
  assert (anchor := anchor_pow2_le N x s s_pos q q_is i z inside z_is).
  apply Rle_trans with (phi z / (2 / INR N * (phi (half_gap x s i) / s) / (1 - rare))).
  - replace (phi z / (2 / INR N * (phi (half_gap x s i) / s) / (1 - rare)))
      with (INR N / 2 * (s * (phi z / phi (half_gap x s i))) * (1 - rare)) by (field; lra).
    rewrite phi_ratio, gap_exponent_eq by assumption.
    assert (height : exp (- q ^ 2 / 2) * exp (half_gap x s i ^ 2 / 2)
      <= exp ((half_gap x s i ^ 2 - z ^ 2) / 2)) by (rewrite <- exp_plus; apply exp_le; lra).
    assert (low := exp_pos (- q ^ 2 / 2)); assert (high := exp_pos (half_gap x s i ^ 2 / 2)).
    apply Rmult_le_compat; [| lra | | lra].
    + apply Rmult_le_pos; [apply Rmult_le_pos |]; [lra | lra | nra].
    + apply Rle_trans with (INR N / 2 * (s * (exp (- q ^ 2 / 2) * exp (half_gap x s i ^ 2 / 2)))).
      * right; ring.
      * apply Rmult_le_compat_l; [lra |]; apply Rmult_le_compat_l; lra.
  - apply Rmult_le_compat_l; [lra |]; now apply Rinv_le_contravar.
Qed.

(** What a probability 1/N of the outermost mode and little more has as density. *)
Lemma phi_of_outermost N q u t :
  (2 <= N)%nat -> Phi q = 1 - / INR N -> Phi u = / INR N * (1 + t) ->
  t <= rare / 2 / (1 - rare) -> 0 <= t -> phi u <= phi q * (1 + t).
Proof.
  intros some q_is u_is few nonneg.
  assert (N_ge : 2 <= INR N) by (change 2 with (INR 2); now apply le_INR).
  assert (q_nonneg : 0 <= q).
  { apply Phi_le_reg; rewrite Phi_0, q_is.
    assert (/ INR N <= / 2) by (apply Rinv_le_contravar; lra); lra. }
  assert (tangent := phi_le_tangent u (- q)); rewrite phi_opp, Phi_opp, q_is, u_is in tangent.
  assert (mills := tail_le_density q); rewrite q_is in mills.
  replace (- - q * (/ INR N * (1 + t) - (1 - (1 - / INR N)))) with (t * (q * / INR N)) in tangent
    by ring.
  replace (q * (1 - (1 - / INR N))) with (q * / INR N) in mills by ring.
  assert (t * (q * / INR N) <= t * phi q) by (apply Rmult_le_compat_l; lra); lra.
Qed.

(** The masses of the modes beyond the outermost gap. *)
Lemma outermost_mass N x s i :
  0 < s -> line_separated N x (6 * s) -> (S i < N)%nat -> i = 0%nat \/ S (S i) = N ->
  exists u t, (Phi u = mixture_cdf N (equal N) x s (midpoint x i)
      \/ Phi u = 1 - mixture_cdf N (equal N) x s (midpoint x i))
    /\ Phi u = / INR N * (1 + t) /\ 0 <= t <= rare / 2 / (1 - rare).
Proof.
  intros s_pos apart inside outermost.
  assert (N_pos : 0 < INR N) by (apply lt_0_INR; lia).
  assert (small := rare_small); assert (tiny : / 10 ^ 14 < 1 / 2) by lra.
  assert (some : (1 <= N)%nat) by lia; assert (w_is := weights_equal N some).
  destruct (exists_anchor N (equal N) x s s_pos w_is (midpoint x i)) as [z z_is].
  set (f := fun j => Phi ((midpoint x i - x j) / s)).
  set (f' := fun j => Phi (- ((midpoint x i - x j) / s))).
  assert (pair : (midpoint x i - x (S i)) / s = - ((midpoint x i - x i) / s))
    by (unfold midpoint; field; lra).
  destruct outermost as [first | last].
  - subst i; exists z, (sum (N - 2) (fun j => f (2 + j)%nat)); split; [auto |]; split.
    + rewrite z_is, equal_cdf; f_equal; fold f.
      replace N with (2 + (N - 2))%nat at 1 by lia; rewrite sum_split; f_equal.
      cbn [sum]; unfold f; rewrite pair, Phi_opp; ring.
    + split; [apply sum_nonneg; intros; left; apply Phi_pos |].
      apply sum_forwards; [lra |]; intros j less; unfold f.
      replace ((midpoint x 0 - x (2 + j)%nat) / s) with (- ((x (2 + j)%nat - midpoint x 0) / s))
        by (field; lra).
      apply (tail_far N x s s_pos apart 0 inside).
      replace (S j) with (2 + j - 1)%nat by lia.
      apply (distance_above N x s s_pos apart 0); lia.
  - exists (- z), (sum i f'); split; [right; now rewrite Phi_opp, z_is |]; split.
    + rewrite Phi_opp, z_is, equal_cdf; fold f.
      assert (total : sum N (fun j => 1 - f j) = INR N - sum N f)
        by (rewrite (sum_minus N (fun _ => 1) f), sum_const; ring).
      replace (1 - / INR N * sum N f) with (/ INR N * (INR N - sum N f)) by (field; lra).
      rewrite <- total; replace (sum N (fun j => 1 - f j)) with (sum (S (S i)) (fun j => 1 - f j))
        by now rewrite last.
      f_equal; cbn [sum].
      rewrite (sum_ext i _ f') by (intros; unfold f, f'; now rewrite Phi_opp).
      unfold f; rewrite pair, Phi_opp; ring.
    + split; [apply sum_nonneg; intros; left; apply Phi_pos |].
      destruct i as [| k]; [simpl; apply Rdiv_le_0_compat; lra |].
      apply sum_backwards; [lra |]; intros j less; unfold f'.
      apply (tail_far N x s s_pos apart (S k) inside).
      replace (S (k - j)) with (S k - j)%nat by lia.
      apply (distance_below N x s s_pos apart (S k) inside); lia.
Qed.

Lemma slope_at_outermost_le N x s g q :
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> monotone_map N (equal N) x s g ->
  Phi q = 1 - / INR N ->
  forall i z, (S i < N)%nat -> i = 0%nat \/ S (S i) = N -> g z = midpoint x i ->
  Rabs (Derive g z)
    <= (1 + / 10 ^ 6)
       * (INR N / 2 * exp (- q ^ 2 / 2) * (s * exp (gap_exponent x s i)) * (1 - / 10 ^ 14)).
Proof.
  intros some s_pos apart g_is q_is i z inside outermost at_midpoint.
  assert (z_is : Phi z = mixture_cdf N (equal N) x s (midpoint x i))
    by (rewrite <- at_midpoint; symmetry; apply g_is).
  assert (N_pos : 0 < INR N) by (apply lt_0_INR; lia).
  assert (small := rare_small); assert (tiny : / 10 ^ 14 < 1 / 2) by lra.
  destruct (outermost_mass N x s i s_pos apart inside outermost) as [u [t [which [u_is t_in]]]].
  assert (bound := phi_of_outermost N q u t some q_is u_is (proj2 t_in) (proj1 t_in)).
  assert (same : phi z = phi u).
  { destruct which as [below | above].
    - f_equal; apply Phi_injective; congruence.
    - rewrite <- (phi_opp u); f_equal; apply Phi_injective; rewrite Phi_opp, above, z_is; ring. }
  assert (few : t <= / 10 ^ 13).
  { apply Rle_trans with (1 := proj2 t_in); apply <- Rle_div_l; [| lra]; lra. }
  assert (high := slope_at_anchor_le N x s g some s_pos g_is i z inside z_is).
  apply Rle_trans with (1 := high); set (G := gap_exponent x s i).
  assert (ratio : exp (- z ^ 2 / 2) <= exp (- q ^ 2 / 2) * (1 + t)).
  { assert (root := sqrt_2PI_pos).
    assert (phi_z : phi z <= phi q * (1 + t)) by (rewrite same; exact bound).
    unfold phi in phi_z; apply Rmult_le_reg_r with (/ sqrt (2 * PI)).
    - now apply Rinv_0_lt_compat.
    - unfold Rdiv in phi_z |- *; lra. }
  replace (exp (G - z ^ 2 / 2)) with (exp G * exp (- z ^ 2 / 2))
    by (rewrite <- exp_plus; f_equal; field).
  assert (G_pos := exp_pos G); assert (q_pos := exp_pos (- q ^ 2 / 2)).
  assert (slack : 1 + t <= (1 + / 10 ^ 6) * (1 - / 10 ^ 14)) by lra.
  apply Rle_trans with (INR N / 2 * (s * (exp G * (exp (- q ^ 2 / 2)
    * ((1 + / 10 ^ 6) * (1 - / 10 ^ 14)))))).
  - apply Rmult_le_compat_l; [lra |]; apply Rmult_le_compat_l; [lra |].
    apply Rmult_le_compat_l; [lra |]; apply Rle_trans with (1 := ratio).
    apply Rmult_le_compat_l; lra.
  - right; ring.
Qed.

Lemma best_constant_at_midpoints N x s g q :
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> monotone_map N (equal N) x s g ->
  Phi q = 1 - / INR N ->
  let constant i :=
    INR N / 2 * exp (- q ^ 2 / 2) * (s * exp (gap_exponent x s i)) * (1 - / 10 ^ 14) in
  forall i z, (S i < N)%nat -> g z = midpoint x i ->
  constant i <= Rabs (Derive g z)
  /\ (i = 0%nat \/ S (S i) = N -> Rabs (Derive g z) <= (1 + / 10 ^ 6) * constant i).
Proof.
  intros some s_pos apart g_is q_is constant i z inside at_midpoint; split.
  - now apply slope_at_midpoint_ge.
  - intros outermost; now apply (slope_at_outermost_le N x s g q).
Qed.
