(** Lengths in case 1 as numbers. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.HyperbolicTangent Densities DiscriminatorFieldCases.
From Steepness Require Import CaseFields CaseDirections CaseProse CaseStrengths Shares.
Open Scope R_scope.

(** exp x by the first three terms of its series at x/n. *)
Lemma exp_ge_pow k n x : 0 <= x -> 0 <= k <= 1 + x + x ^ 2 / 2 -> k ^ n <= exp (INR n * x).
Proof.
  intros nonneg small; rewrite <- exp_pow; apply pow_incr.
  generalize (exp_ge_square x nonneg); lra.
Qed.

Lemma ratio_1_diagonal t :
  ratio_1 t t
  = / 2 * (exp (- (5 / 2) * (t - 2) ^ 2 + 5) + exp (- (5 / 2) * (t + 2) ^ 2 + 5)) ^ 2.
Proof.
  rewrite ratio_1_closed; unfold closed_1, corner_sum, bump_1.
  set (a := exp (- (5 / 2) * (t - 2) ^ 2 + 5)); set (b := exp (- (5 / 2) * (t + 2) ^ 2 + 5)).
  assert (square : forall u v w : R, u + v = w -> exp w = exp u * exp v)
    by (intros u v w <-; apply exp_plus).
  rewrite (square (- (5 / 2) * (t - 2) ^ 2 + 5) (- (5 / 2) * (t - 2) ^ 2 + 5)) by field.
  rewrite (square (- (5 / 2) * (t - 2) ^ 2 + 5) (- (5 / 2) * (t + 2) ^ 2 + 5)
    (- (5 / 2) * ((t - 2 * 1) ^ 2 + (t - 2 * - (1)) ^ 2) + 5 * 1 ^ 2 + 5 * (- (1)) ^ 2)) by field.
  rewrite (square (- (5 / 2) * (t - 2) ^ 2 + 5) (- (5 / 2) * (t + 2) ^ 2 + 5)
    (- (5 / 2) * ((t - 2 * - (1)) ^ 2 + (t - 2 * 1) ^ 2) + 5 * (- (1)) ^ 2 + 5 * 1 ^ 2)) by field.
  rewrite (square (- (5 / 2) * (t + 2) ^ 2 + 5) (- (5 / 2) * (t + 2) ^ 2 + 5)
    (- (5 / 2) * ((t - 2 * - (1)) ^ 2 + (t - 2 * - (1)) ^ 2) + 5 * (- (1)) ^ 2 + 5 * (- (1)) ^ 2))
    by field.
  fold a b; field.
Qed.

(** Length over distance from (1, 1), at (1/4, 1/4) against (9/10, 9/10); and the exact length. *)
Lemma case_1_not_proportional :
  (forall x y, speed_square data_1 generated_1 x y
    = 5 ^ 2 * ((2 * tanh (10 * x) - x) ^ 2 + (2 * tanh (10 * y) - y) ^ 2)
      / (1 + ratio_1 x y) ^ 2)
  /\ 5 ^ 2 * (speed_square data_1 generated_1 (9 / 10) (9 / 10)
       / ((1 - 9 / 10) ^ 2 + (1 - 9 / 10) ^ 2))
     < speed_square data_1 generated_1 (1 / 4) (1 / 4)
       / ((1 - 1 / 4) ^ 2 + (1 - 1 / 4) ^ 2).
Proof.
  assert (length : forall x y, speed_square data_1 generated_1 x y
    = 5 ^ 2 * ((2 * tanh (10 * x) - x) ^ 2 + (2 * tanh (10 * y) - y) ^ 2)
      / (1 + ratio_1 x y) ^ 2).
  { intros x y; destruct (velocity_1 x y) as [first second].
    rewrite (speed_square_eq _ _ _ _ _ _ _ first second) by apply ratio_pos_1.
    unfold slope_1; assert (r_pos := ratio_pos_1 x y); field; lra. }
  split; [exact length |]; rewrite !length.
  set (s := 2 * tanh (10 * (1 / 4)) - 1 / 4); set (t := 2 * tanh (10 * (9 / 10)) - 9 / 10).
  set (q := ratio_1 (9 / 10) (9 / 10)); set (r := ratio_1 (1 / 4) (1 / 4)).
  assert (t_le : 0 <= t <= 11 / 10) by (unfold t; destruct (tanh_far (10 * (9 / 10))); lra).
  assert (s_ge : 17 / 10 <= s).
  { unfold s; assert (g : 1 - 2 / 98 <= tanh (10 * (1 / 4))); [| lra].
    apply tanh_ge_of_exp_ge; [lra |].
    replace (2 * (10 * (1 / 4))) with (INR 5) by (simpl; field).
    apply Rle_trans with (2 := pow_exp_1 5); lra. }
  assert (q_ge : 25 <= q).
  { unfold q; rewrite ratio_1_diagonal.
    assert (e_ge : (12772 / 10000) ^ 8 <= exp (INR 8 * (246875 / 1000000)))
      by (apply exp_ge_pow; lra).
    replace (INR 8 * (246875 / 1000000)) with (- (5 / 2) * (9 / 10 - 2) ^ 2 + 5) in e_ge
      by (simpl; field).
    assert (far := exp_pos (- (5 / 2) * (9 / 10 + 2) ^ 2 + 5)).
    assert (708 / 100 <= exp (- (5 / 2) * (9 / 10 - 2) ^ 2 + 5)) by lra; nra. }
  assert (r_le : 0 < r <= 1 / 100).
  { split; [apply ratio_pos_1 |]; unfold r; rewrite ratio_1_diagonal.
    assert (near : exp (- (5 / 2) * (1 / 4 - 2) ^ 2 + 5) <= / 10).
    { apply exp_le_inv; [lra |]; apply Rle_trans with (exp (INR 2 * (132 / 100)));
      [| apply exp_le; simpl; lra].
      apply Rle_trans with ((319 / 100) ^ 2); [lra |]; apply exp_ge_pow; lra. }
    assert (far : exp (- (5 / 2) * (1 / 4 + 2) ^ 2 + 5) <= / 100).
    { apply exp_le_inv; [lra |]; apply Rle_trans with (exp (INR 6)); [| apply exp_le; simpl; lra].
      apply Rle_trans with (2 := pow_exp_1 6); lra. }
    assert (a_pos := exp_pos (- (5 / 2) * (1 / 4 - 2) ^ 2 + 5)).
    assert (b_pos := exp_pos (- (5 / 2) * (1 / 4 + 2) ^ 2 + 5)); nra. }
  assert (slow : 5 ^ 2 * (t ^ 2 + t ^ 2) / (1 + q) ^ 2 <= 5 ^ 2 * (2 * (11 / 10) ^ 2) / 26 ^ 2).
  { apply Rmult_le_compat; try nra.
    - left; apply Rinv_0_lt_compat; nra.
    - apply Rinv_le_contravar; nra. }
  assert (fast : 5 ^ 2 * (2 * (17 / 10) ^ 2) / (101 / 100) ^ 2 <= 5 ^ 2 * (s ^ 2 + s ^ 2) / (1 +
    r) ^ 2).
  { apply Rmult_le_compat; try nra; apply Rinv_le_contravar; nra. }
  lra.
Qed.

(** * Along the diagonal *)

Lemma is_derive_exp_of (h : R -> R) (h' t : R) :
  is_derive h t h' -> is_derive (fun t => exp (h t)) t (h' * exp (h t)).
Proof.
  intros derive; evar_last; [apply (is_derive_comp exp h); [apply is_derive_exp | exact derive] |].
  reflexivity.
Qed.

(** A fifth of a component of ∇log r, and r, at (t, t). *)
Definition pull (t : R) : R := 2 * tanh (10 * t) - t.
Definition diagonal_ratio (t : R) : R := ratio_1 t t.

Lemma is_derive_pull (t : R) : is_derive pull t (20 * (1 - tanh (10 * t) ^ 2) - 1).
Proof.
  unfold pull; evar_last.
  - apply @is_derive_minus; [| apply @is_derive_id].
    apply is_derive_scal, (is_derive_comp tanh (fun t => 10 * t)); [apply is_derive_tanh |].
    auto_derive; [exact I | reflexivity].
  - unfold minus, plus, opp, scal, one; simpl; unfold mult; simpl; ring.
Qed.

Lemma is_derive_diagonal_ratio (t : R) :
  is_derive diagonal_ratio t (10 * pull t * diagonal_ratio t).
Proof.
  unfold diagonal_ratio; apply (is_derive_ext (fun t => / 2
    * (exp (- (5 / 2) * (t - 2) ^ 2 + 5) + exp (- (5 / 2) * (t + 2) ^ 2 + 5)) ^ 2));
    [intros; symmetry; apply ratio_1_diagonal |].
  rewrite ratio_1_diagonal.
  assert (factor : exp (- (5 / 2) * (t - 2) ^ 2 + 5)
    = exp (- (5 / 2) * (t + 2) ^ 2 + 5) * exp (2 * (10 * t)))
    by (rewrite <- exp_plus; f_equal; field).
  assert (slope : pull t * (exp (- (5 / 2) * (t - 2) ^ 2 + 5) + exp (- (5 / 2) * (t + 2) ^ 2 + 5))
    = - (t - 2) * exp (- (5 / 2) * (t - 2) ^ 2 + 5)
      - (t + 2) * exp (- (5 / 2) * (t + 2) ^ 2 + 5)).
  { unfold pull; rewrite tanh_eq, factor; generalize (exp_pos (2 * (10 * t))); intros; field; lra. }
  set (a := exp (- (5 / 2) * (t - 2) ^ 2 + 5)) in *;
    set (b := exp (- (5 / 2) * (t + 2) ^ 2 + 5)) in *.
  assert (near : is_derive (fun t => exp (- (5 / 2) * (t - 2) ^ 2 + 5)) t (- 5 * (t - 2) * a)).
  { apply is_derive_exp_of; auto_derive; [exact I | field]. }
  assert (far : is_derive (fun t => exp (- (5 / 2) * (t + 2) ^ 2 + 5)) t (- 5 * (t + 2) * b)).
  { apply is_derive_exp_of; auto_derive; [exact I | field]. }
  evar_last.
  - apply is_derive_scal, is_derive_pow, @is_derive_plus; [exact near | exact far].
  - cbv beta; fold a b; unfold plus; simpl.
    transitivity (5 * (a + b) * (- (t - 2) * a - (t + 2) * b)); [field | rewrite <- slope; field].
Qed.

Lemma is_derive_diagonal_velocity (t : R) :
  is_derive (fun t => pull t / (1 + diagonal_ratio t)) t
    (((20 * (1 - tanh (10 * t) ^ 2) - 1) * (1 + diagonal_ratio t)
      - 10 * pull t ^ 2 * diagonal_ratio t) / (1 + diagonal_ratio t) ^ 2).
Proof.
  assert (r_pos : 0 < diagonal_ratio t) by apply ratio_pos_1.
  evar_last.
  - apply (is_derive_div pull (fun t => 1 + diagonal_ratio t)); [apply is_derive_pull | | lra].
    apply @is_derive_plus; [apply @is_derive_const | apply is_derive_diagonal_ratio].
  - unfold plus, zero; simpl; field; lra.
Qed.

Lemma diagonal_speed t :
  speed_square data_1 generated_1 t t = 50 * (pull t / (1 + diagonal_ratio t)) ^ 2.
Proof.
  destruct (velocity_1 t t) as [first second].
  rewrite (speed_square_eq _ _ _ _ _ _ _ first second) by apply ratio_pos_1.
  assert (r_pos := ratio_pos_1 t t); unfold slope_1, diagonal_ratio, pull; field; lra.
Qed.

Lemma pull_nonneg t : 0 <= t <= 1 -> 0 <= pull t.
Proof.
  intros [[positive | <-] most]; [| unfold pull; rewrite Rmult_0_r, tanh_0; lra].
  destruct most as [below | ->].
  - assert (h := slope_1_pos t (conj positive below)); unfold slope_1 in h; unfold pull; lra.
  - unfold pull; destruct (tanh_far (10 * 1)); lra.
Qed.

Lemma diagonal_ratio_le t u : 0 <= t -> t <= u -> u <= 1 -> diagonal_ratio t <= diagonal_ratio u.
Proof.
  intros low [less | ->] high; [| lra].
  destruct (MVT_cor2 diagonal_ratio (fun t => 10 * pull t * diagonal_ratio t) t u less)
    as [c [mean inside]]; [intros; apply is_derive_Reals, is_derive_diagonal_ratio |].
  assert (r_pos : 0 < diagonal_ratio c) by apply ratio_pos_1.
  assert (0 <= pull c) by (apply pull_nonneg; lra).
  assert (0 <= 10 * pull c * diagonal_ratio c * (u - t))
    by (apply Rmult_le_pos; [apply Rmult_le_pos |]; lra); lra.
Qed.

(** tanh 2.2 and tanh 2.1 decide where the pull turns. *)
Lemma tanh_at_turn : 975 / 1000 <= tanh (22 / 10) /\ tanh (21 / 10) <= 97055 / 100000.
Proof.
  split.
  - assert (g : 1 - 2 / 80 <= tanh (22 / 10)); [| lra].
    apply tanh_ge_of_exp_ge; [lra |].
    replace (2 * (22 / 10)) with (INR 32 * (1375 / 10000)) by (simpl; field).
    apply Rle_trans with ((11469 / 10000) ^ 32); [lra | apply exp_ge_pow; lra].
  - rewrite tanh_eq.
    assert (e_le : exp (2 * (21 / 10)) <= 668 / 10).
    { assert (cube := exp_opp_ge_cube (21 / 160) ltac:(lra)).
      assert (root_le : exp (21 / 160) <= 114027 / 100000).
      { rewrite <- (Ropp_involutive (21 / 160)), exp_Ropp.
        rewrite <- (Rinv_inv (114027 / 100000)); apply Rinv_le_contravar; lra. }
      replace (2 * (21 / 10)) with (INR 32 * (21 / 160)) by (simpl; field); rewrite <- exp_pow.
      apply Rle_trans with ((114027 / 100000) ^ 32); [| lra].
      apply pow_incr; split; [left; apply exp_pos | assumption]. }
    assert (0 < exp (2 * (21 / 10))) by apply exp_pos.
    assert (/ (1 + 668 / 10) <= / (1 + exp (2 * (21 / 10)))) by (apply Rinv_le_contravar; lra).
    unfold Rdiv at 1; lra.
Qed.

(** From t = 0.22 on the velocity falls towards the mode; up to 0.21 it rises from 0. *)
Lemma case_1_diagonal :
  (forall t u, 22 / 100 <= t < u -> u <= 1 ->
    speed_square data_1 generated_1 u u <= speed_square data_1 generated_1 t t)
  /\ (forall t u, 0 <= t < u -> u <= 21 / 100 ->
    speed_square data_1 generated_1 t t < speed_square data_1 generated_1 u u)
  /\ speed_square data_1 generated_1 0 0 = 0.
Proof.
  destruct tanh_at_turn as [high low]; split; [| split].
  - intros t u [start less] finish; rewrite !diagonal_speed.
    assert (r_pos : 0 < diagonal_ratio t) by apply ratio_pos_1.
    assert (grows := diagonal_ratio_le t u ltac:(lra) ltac:(lra) finish).
    assert (falls : pull u <= pull t).
    { destruct (MVT_cor2 pull (fun t => 20 * (1 - tanh (10 * t) ^ 2) - 1) t u less)
        as [c [mean inside]]; [intros; apply is_derive_Reals, is_derive_pull |].
      assert (h := tanh_le (22 / 10) (10 * c) ltac:(lra)).
      assert (0 <= - (20 * (1 - tanh (10 * c) ^ 2) - 1) * (u - t)) by (apply Rmult_le_pos; nra).
      lra. }
    assert (nonneg := pull_nonneg u ltac:(lra)).
    apply Rmult_le_compat_l; [lra |]; apply pow_incr; split.
    + apply Rle_mult_inv_pos; lra.
    + apply Rmult_le_compat; [lra | left; apply Rinv_0_lt_compat; lra | lra |].
      apply Rinv_le_contravar; lra.
  - intros t u [start less] finish; rewrite !diagonal_speed.
    assert (nonneg := pull_nonneg t ltac:(lra)).
    assert (r_pos : 0 < diagonal_ratio t) by apply ratio_pos_1.
    assert (rises : pull t / (1 + diagonal_ratio t) < pull u / (1 + diagonal_ratio u)).
    { destruct (MVT_cor2 (fun t => pull t / (1 + diagonal_ratio t)) _ t u less
        (fun c _ => proj1 (is_derive_Reals _ _ _) (is_derive_diagonal_velocity c)))
        as [c [mean inside]].
      assert (c_pos : 0 < diagonal_ratio c) by apply ratio_pos_1.
      assert (small : diagonal_ratio c <= 1 / 250).
      { apply Rle_trans with (diagonal_ratio (21 / 100)); [apply diagonal_ratio_le; lra |].
        unfold diagonal_ratio; rewrite ratio_1_diagonal.
        assert (near : exp (- (5 / 2) * (21 / 100 - 2) ^ 2 + 5) <= / 15).
        { apply exp_le_inv; [lra |].
          apply Rle_trans with (exp (INR 3)); [| apply exp_le; simpl; lra].
          apply Rle_trans with (2 := pow_exp_1 3); lra. }
        assert (far : exp (- (5 / 2) * (21 / 100 + 2) ^ 2 + 5) <= / 200).
        { apply exp_le_inv; [lra |].
          apply Rle_trans with (exp (INR 6)); [| apply exp_le; simpl; lra].
          apply Rle_trans with (2 := pow_exp_1 6); lra. }
        assert (a_pos := exp_pos (- (5 / 2) * (21 / 100 - 2) ^ 2 + 5)).
        assert (b_pos := exp_pos (- (5 / 2) * (21 / 100 + 2) ^ 2 + 5)); nra. }
      assert (h := tanh_le (10 * c) (21 / 10) ltac:(lra)).
      assert (c_nonneg := tanh_nonneg (10 * c) ltac:(lra)).
      assert (pull_le : pull c <= 2) by (unfold pull; generalize (tanh_lt_1 (10 * c)); lra).
      assert (pull_ge := pull_nonneg c ltac:(lra)).
      assert (turn : 16 / 100 <= 20 * (1 - tanh (10 * c) ^ 2) - 1) by nra.
      assert (less' : 10 * pull c ^ 2 * diagonal_ratio c <= 16 / 100).
      { assert (pull c ^ 2 <= 2 ^ 2) by (apply pow_incr; lra).
        apply Rle_trans with (10 * 2 ^ 2 * (1 / 250)); [| lra].
        apply Rmult_le_compat; try lra; generalize (pow2_ge_0 (pull c)); lra. }
      set (n' := 20 * (1 - tanh (10 * c) ^ 2) - 1) in *.
      assert (0 < n' * (1 + diagonal_ratio c) - 10 * pull c ^ 2 * diagonal_ratio c) by nra.
      assert (0 < (n' * (1 + diagonal_ratio c) - 10 * pull c ^ 2 * diagonal_ratio c)
        / (1 + diagonal_ratio c) ^ 2 * (u - t)).
      { apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; [assumption | nra] | lra]. }
      lra. }
    assert (0 <= pull t / (1 + diagonal_ratio t)) by (apply Rle_mult_inv_pos; lra).
    apply Rmult_lt_compat_l; [lra |]; nra.
  - rewrite diagonal_speed; unfold pull; rewrite Rmult_0_r, tanh_0.
    assert (r_pos : 0 < diagonal_ratio 0) by apply ratio_pos_1; field; lra.
Qed.
