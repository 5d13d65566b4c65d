(** Section 3.1 on lengths: cases 3 and 4 near and between the modes. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.HyperbolicTangent Densities DiscriminatorFieldCases.
From Steepness Require Import CaseFields CaseDirections CaseProse.
Open Scope R_scope.

Lemma exp_le u w : u <= w -> exp u <= exp w.
Proof. intros [less | ->]; [left; now apply exp_increasing | lra]. Qed.

Lemma exp_le_1 u : u <= 0 -> exp u <= 1.
Proof. intros low; rewrite <- exp_0; now apply exp_le. Qed.

(** exp u <= 1/k from exp(-u) >= k. *)
Lemma exp_le_inv u k : 0 < k -> k <= exp (- u) -> exp u <= / k.
Proof.
  intros positive bound; rewrite <- (Ropp_involutive u), exp_Ropp.
  now apply Rinv_le_contravar.
Qed.

Lemma exp_1_bounds : 5 / 2 <= exp 1 <= 3.
Proof.
  split; [| apply exp_le_3].
  assert (h := pow_le_exp 1 8 ltac:(repeat constructor) ltac:(simpl; lra)); simpl in h; lra.
Qed.

Lemma pow_exp_1 n : (5 / 2) ^ n <= exp (INR n).
Proof.
  replace (INR n) with (INR n * 1) by ring; rewrite <- exp_pow.
  apply pow_incr; generalize exp_1_bounds; lra.
Qed.

(** * r as a product over the coordinates *)

Definition factor_3 (x : R) : R :=
  exp (- (9 / 2) * (x - 1) ^ 2) + exp (20 / 9 - 9 / 2 * (x + 11 / 9) ^ 2).

Definition factor_4 (x : R) : R :=
  exp (- (29 / 6) * (x - 3) ^ 2) + exp (180 / 29 - 29 / 6 * (x + 93 / 29) ^ 2).

Lemma exp_sums a b c d :
  (exp a + exp b) * (exp c + exp d) = exp (a + c) + exp (a + d) + exp (b + c) + exp (b + d).
Proof. rewrite !exp_plus; ring. Qed.

Lemma ratio_3_product x y : ratio_3 x y = 5 / 2 * (factor_3 x * factor_3 y).
Proof.
  rewrite ratio_3_closed; unfold closed_3, corner_sum, bump_3, factor_3; f_equal.
  rewrite exp_sums.
  replace (exp (20 / 9 - 9 / 2 * (x + 11 / 9) ^ 2 + - (9 / 2) * (y - 1) ^ 2)) with
    (exp (- (9 / 2) * ((x - (10 * - (1) - 1) / 9) ^ 2 + (y - (10 * 1 - 1) / 9) ^ 2)
       + 5 / 9 * (- (1) - 1) ^ 2 + 5 / 9 * (1 - 1) ^ 2)) by (f_equal; field).
  replace (exp (- (9 / 2) * (x - 1) ^ 2 + - (9 / 2) * (y - 1) ^ 2)) with
    (exp (- (9 / 2) * ((x - (10 * 1 - 1) / 9) ^ 2 + (y - (10 * 1 - 1) / 9) ^ 2)
       + 5 / 9 * (1 - 1) ^ 2 + 5 / 9 * (1 - 1) ^ 2)) by (f_equal; field).
  replace (exp (- (9 / 2) * (x - 1) ^ 2 + (20 / 9 - 9 / 2 * (y + 11 / 9) ^ 2))) with
    (exp (- (9 / 2) * ((x - (10 * 1 - 1) / 9) ^ 2 + (y - (10 * - (1) - 1) / 9) ^ 2)
       + 5 / 9 * (1 - 1) ^ 2 + 5 / 9 * (- (1) - 1) ^ 2)) by (f_equal; field).
  replace (exp (20 / 9 - 9 / 2 * (x + 11 / 9) ^ 2 + (20 / 9 - 9 / 2 * (y + 11 / 9) ^ 2))) with
    (exp (- (9 / 2) * ((x - (10 * - (1) - 1) / 9) ^ 2 + (y - (10 * - (1) - 1) / 9) ^ 2)
       + 5 / 9 * (- (1) - 1) ^ 2 + 5 / 9 * (- (1) - 1) ^ 2)) by (f_equal; field).
  ring.
Qed.

Lemma ratio_4_product x y : ratio_4 x y = 15 / 2 * (factor_4 x * factor_4 y).
Proof.
  rewrite ratio_4_closed; unfold closed_4, corner_sum, bump_4, factor_4; f_equal.
  rewrite exp_sums.
  replace (exp (180 / 29 - 29 / 6 * (x + 93 / 29) ^ 2 + - (29 / 6) * (y - 3) ^ 2)) with
    (exp (- (29 / 6) * ((x - (30 * - (3) - 3) / 29) ^ 2 + (y - (30 * 3 - 3) / 29) ^ 2)
       + 5 / 29 * (- (3) - 3) ^ 2 + 5 / 29 * (3 - 3) ^ 2)) by (f_equal; field).
  replace (exp (- (29 / 6) * (x - 3) ^ 2 + - (29 / 6) * (y - 3) ^ 2)) with
    (exp (- (29 / 6) * ((x - (30 * 3 - 3) / 29) ^ 2 + (y - (30 * 3 - 3) / 29) ^ 2)
       + 5 / 29 * (3 - 3) ^ 2 + 5 / 29 * (3 - 3) ^ 2)) by (f_equal; field).
  replace (exp (- (29 / 6) * (x - 3) ^ 2 + (180 / 29 - 29 / 6 * (y + 93 / 29) ^ 2))) with
    (exp (- (29 / 6) * ((x - (30 * 3 - 3) / 29) ^ 2 + (y - (30 * - (3) - 3) / 29) ^ 2)
       + 5 / 29 * (3 - 3) ^ 2 + 5 / 29 * (- (3) - 3) ^ 2)) by (f_equal; field).
  replace (exp (180 / 29 - 29 / 6 * (x + 93 / 29) ^ 2 + (180 / 29 - 29 / 6 * (y + 93 / 29) ^ 2)))
    with (exp (- (29 / 6) * ((x - (30 * - (3) - 3) / 29) ^ 2 + (y - (30 * - (3) - 3) / 29) ^ 2)
       + 5 / 29 * (- (3) - 3) ^ 2 + 5 / 29 * (- (3) - 3) ^ 2)) by (f_equal; field).
  ring.
Qed.

Lemma factor_3_pos x : 0 < factor_3 x.
Proof. apply Rplus_lt_0_compat; apply exp_pos. Qed.

Lemma factor_4_pos x : 0 < factor_4 x.
Proof. apply Rplus_lt_0_compat; apply exp_pos. Qed.

(** * Case 3: lengths at one distance of the crowded and of an unoccupied mode *)

(** The offset [3/10, 0] is between σ/4 and 3σ/2, σ² = 1/10. *)
Lemma case_3_intensity_printed_false :
  ~ forall a b, is_sign a -> is_sign b -> (a <> 1 \/ b <> 1) ->
    forall e f, (/ 4) ^ 2 / 10 <= e ^ 2 + f ^ 2 <= (3 / 2) ^ 2 / 10 ->
    mean_speed_square data_1 generated_3 1 1 e f <= mean_speed_square data_1 generated_3 a b e f.
Proof.
  intros printed.
  assert (wrong := printed (-1) (-1) (or_intror eq_refl) (or_intror eq_refl) ltac:(left; lra)
    (3 / 10) 0 ltac:(lra)).
  assert (speed : forall x y, speed_square data_1 generated_3 x y
    = (slope_3 x ^ 2 + slope_3 y ^ 2) / (1 + ratio_3 x y) ^ 2).
  { intros x y; destruct (velocity_3 x y); apply speed_square_eq; auto using ratio_pos_3. }
  (** The crowded mode: slopes of about 9 · 3/10 and r at most 5/2 (1 + 1/100)². *)
  assert (crowded : forall x, x = 7 / 10 \/ x = 1 \/ x = 13 / 10 -> factor_3 x <= 101 / 100).
  { assert (far : forall u, u <= - 8 -> exp u <= / 100).
    { intros u low; apply exp_le_inv; [lra |].
      apply Rle_trans with (exp (INR 8)); [| apply exp_le; simpl; lra].
      apply Rle_trans with (2 := pow_exp_1 8); lra. }
    intros x places; unfold factor_3; apply Rle_trans with (1 + / 100); [| lra].
    apply Rplus_le_compat; [apply exp_le_1; nra | apply far].
    destruct places as [-> | [-> | ->]]; lra. }
  assert (strong : forall x y, (x = 7 / 10 \/ x = 13 / 10) /\ y = 1
      \/ x = 1 /\ (y = 7 / 10 \/ y = 13 / 10) -> 1 / 2 <= speed_square data_1 generated_3 x y).
  { intros x y places; rewrite speed; assert (r_pos := ratio_pos_3 x y).
    assert (r_le : ratio_3 x y <= 26 / 10).
    { rewrite ratio_3_product.
      assert (0 < factor_3 x <= 101 / 100) by (split; [apply factor_3_pos | apply crowded; lra]).
      assert (0 < factor_3 y <= 101 / 100) by (split; [apply factor_3_pos | apply crowded; lra]).
      nra. }
    assert (steep : forall u, u = 7 / 10 \/ u = 13 / 10 -> 26 / 10 <= Rabs (slope_3 u)).
    { intros u place; unfold slope_3; destruct (tanh_far (10 * u)) as [lo hi]; [lra |].
      destruct place as [-> | ->]; [rewrite Rabs_pos_eq | rewrite Rabs_left]; lra. }
    assert (sum : (26 / 10) ^ 2 <= slope_3 x ^ 2 + slope_3 y ^ 2).
    { destruct places as [[place _] | [_ place]]; assert (h := steep _ place);
        rewrite <- (pow2_abs (slope_3 x)), <- (pow2_abs (slope_3 y)).
      - assert (0 <= Rabs (slope_3 y)) by apply Rabs_pos; nra.
      - assert (0 <= Rabs (slope_3 x)) by apply Rabs_pos; nra. }
    apply (Rmult_le_reg_r ((1 + ratio_3 x y) ^ 2)); [nra |].
    unfold Rdiv at 2; rewrite Rmult_assoc, Rinv_l, Rmult_1_r by nra; nra. }
  (** The farthest one: slopes below 5, and r at least 9. *)
  assert (weak : forall x y, (x = - (7 / 10) \/ x = - (13 / 10)) /\ y = -1
      \/ x = -1 /\ (y = - (7 / 10) \/ y = - (13 / 10)) ->
    speed_square data_1 generated_3 x y <= 4 / 10).
  { intros x y places; rewrite speed; assert (r_pos := ratio_pos_3 x y).
    assert (factors : 2 <= factor_3 x /\ 2 <= factor_3 y).
    { assert (large : forall u, - (13 / 10) <= u <= - (7 / 10) -> 2 <= factor_3 u).
      { intros u inside; unfold factor_3; assert (p := exp_pos (- (9 / 2) * (u - 1) ^ 2)).
        assert (2 <= exp (20 / 9 - 9 / 2 * (u + 11 / 9) ^ 2)); [| lra].
        apply Rle_trans with (exp (9 / 10)); [| apply exp_le; nra].
        assert (h := pow_le_exp (9 / 10) 9 ltac:(repeat constructor) ltac:(simpl; lra)).
        apply Rle_trans with (2 := h); simpl; lra. }
      split; apply large; lra. }
    assert (r_ge : 9 <= ratio_3 x y) by (rewrite ratio_3_product; nra).
    assert (flat : forall u, - (13 / 10) <= u <= - (7 / 10) -> Rabs (slope_3 u) <= 5).
    { intros u inside; unfold slope_3; destruct (tanh_far (10 * - u)) as [lo hi]; [lra |].
      replace (10 * - u) with (- (10 * u)) in lo, hi by ring; rewrite tanh_opp in lo, hi.
      apply Rabs_le; lra. }
    assert (sum : slope_3 x ^ 2 + slope_3 y ^ 2 <= 30).
    { assert (other : Rabs (slope_3 (-1)) <= 201 / 100).
      { unfold slope_3; destruct (tanh_far (10 * 1)) as [lo hi]; [lra |].
        replace (10 * -1) with (- (10 * 1)) by ring; rewrite tanh_opp; apply Rabs_le; lra. }
      rewrite <- (pow2_abs (slope_3 x)), <- (pow2_abs (slope_3 y)).
      assert (0 <= Rabs (slope_3 x)) by apply Rabs_pos;
        assert (0 <= Rabs (slope_3 y)) by apply Rabs_pos.
      destruct places as [[place ->] | [-> place]].
      - assert (h := flat x ltac:(lra)); nra.
      - assert (h := flat y ltac:(lra)); nra. }
    apply (Rmult_le_reg_r ((1 + ratio_3 x y) ^ 2)); [nra |].
    unfold Rdiv at 1; rewrite Rmult_assoc, Rinv_l, Rmult_1_r by nra; nra. }
  unfold mean_speed_square in wrong.
  assert (a := strong (1 + 3 / 10) (1 + 0) ltac:(lra)).
  assert (b := strong (1 - 0) (1 + 3 / 10) ltac:(lra)).
  assert (c := strong (1 - 3 / 10) (1 - 0) ltac:(lra)).
  assert (d := strong (1 + 0) (1 - 3 / 10) ltac:(lra)).
  assert (e := weak (-1 + 3 / 10) (-1 + 0) ltac:(lra)).
  assert (f := weak (-1 - 0) (-1 + 3 / 10) ltac:(lra)).
  assert (g := weak (-1 - 3 / 10) (-1 - 0) ltac:(lra)).
  assert (h := weak (-1 + 0) (-1 - 3 / 10) ltac:(lra)).
  lra.
Qed.

(** * Case 4 against case 3, on the way to the crowded mode *)

Lemma summary_printed_false :
  ~ forall t u, 1 / 4 <= t <= 7 / 10 -> 1 / 4 <= u <= 7 / 10 ->
    speed_square data_4 generated_4 (3 * t) (3 * u) <= speed_square data_1 generated_3 t u.
Proof.
  intros printed; assert (wrong := printed (1 / 2) (1 / 2) ltac:(lra) ltac:(lra)).
  destruct (velocity_3 (1 / 2) (1 / 2)) as [a b];
    destruct (velocity_4 (3 * (1 / 2)) (3 * (1 / 2))) as [c d].
  rewrite (speed_square_eq _ _ _ _ _ _ _ a b) in wrong by apply ratio_pos_3.
  rewrite (speed_square_eq _ _ _ _ _ _ _ c d) in wrong by apply ratio_pos_4.
  assert (slope : 0 <= slope_3 (1 / 2) <= 9 / 2).
  { assert (h := slope_3_of_shortfall (1 / 2)); assert (p := shortfall_pos (10 * (1 / 2))).
    split; [| rewrite h; lra].
    unfold slope_3; replace (10 * (1 / 2)) with 5 by field; assert (g := tanh_ge 5 ltac:(lra)).
    replace (5 / (1 + 5)) with (5 / 6) in g by field; lra. }
  assert (slope' : 14 <= slope_4 (3 * (1 / 2)))
    by (unfold slope_4; destruct (tanh_far (30 * (3 * (1 / 2)))); lra).
  assert (r_pos := ratio_pos_3 (1 / 2) (1 / 2));
    assert (r'_pos := ratio_pos_4 (3 * (1 / 2)) (3 * (1 / 2))).
  assert (r'_le : ratio_4 (3 * (1 / 2)) (3 * (1 / 2)) <= 1).
  { assert (f_le : factor_4 (3 * (1 / 2)) <= 2 * / 100).
    { assert (far : forall w, w <= - 6 -> exp w <= / 100).
      { intros w low; apply exp_le_inv; [lra |].
        apply Rle_trans with (exp (INR 6)); [| apply exp_le; simpl; lra].
        apply Rle_trans with (2 := pow_exp_1 6); lra. }
      unfold factor_4; assert (h := far (- (29 / 6) * (3 * (1 / 2) - 3) ^ 2) ltac:(lra)).
      assert (g := far (180 / 29 - 29 / 6 * (3 * (1 / 2) + 93 / 29) ^ 2) ltac:(lra)); lra. }
    rewrite ratio_4_product; assert (p := factor_4_pos (3 * (1 / 2))); nra. }
  set (r' := ratio_4 (3 * (1 / 2)) (3 * (1 / 2))) in *; set (r := ratio_3 (1 / 2) (1 / 2)) in *.
  set (s := slope_3 (1 / 2)) in *; set (s' := slope_4 (3 * (1 / 2))) in *.
  assert (upper : (s ^ 2 + s ^ 2) / (1 + r) ^ 2 <= 81 / 2).
  { apply (Rmult_le_reg_r ((1 + r) ^ 2)); [nra |].
    unfold Rdiv at 1; rewrite Rmult_assoc, Rinv_l, Rmult_1_r by nra; nra. }
  assert (lower : 98 <= (s' ^ 2 + s' ^ 2) / (1 + r') ^ 2).
  { apply (Rmult_le_reg_r ((1 + r') ^ 2)); [nra |].
    unfold Rdiv; rewrite Rmult_assoc, Rinv_l, Rmult_1_r by nra; nra. }
  lra.
Qed.

(** In case 4 the velocity is three times as long at least, everywhere on the way. *)
Lemma longer_between_separated_modes t u :
  1 / 4 <= t <= 7 / 10 -> 1 / 4 <= u <= 7 / 10 ->
  3 ^ 2 * speed_square data_1 generated_3 t u <= speed_square data_4 generated_4 (3 * t) (3 * u).
Proof.
  intros in_t in_u.
  destruct (velocity_3 t u) as [a b]; destruct (velocity_4 (3 * t) (3 * u)) as [c d].
  rewrite (speed_square_eq _ _ _ _ _ _ _ a b) by apply ratio_pos_3.
  rewrite (speed_square_eq _ _ _ _ _ _ _ c d) by apply ratio_pos_4.
  assert (slopes : forall w, 1 / 4 <= w <= 7 / 10 ->
    0 <= slope_3 w <= 9 * (1 - w) /\ 289 / 10 * (1 - w) <= slope_4 (3 * w)).
  { intros w inside; split; [split |].
    - unfold slope_3; assert (h := tanh_le (5 / 2) (10 * w) ltac:(lra)).
      assert (g : 1 - 2 / 25 <= tanh (5 / 2)).
      { apply tanh_ge_of_exp_ge; [lra |]; replace (2 * (5 / 2)) with (INR 5) by (simpl; field).
        apply Rle_trans with (2 := pow_exp_1 5); lra. }
      lra.
    - rewrite slope_3_of_shortfall; assert (p := shortfall_pos (10 * w)); lra.
    - rewrite slope_4_of_shortfall; destruct (shortfall_small (30 * (3 * w))) as [p q]; lra. }
  destruct (slopes t in_t) as [[t0 t1] t2]; destruct (slopes u in_u) as [[u0 u1] u2].
  assert (r_pos := ratio_pos_3 t u); assert (r'_pos := ratio_pos_4 (3 * t) (3 * u)).
  assert (r'_le : ratio_4 (3 * t) (3 * u) <= 1 / 20).
  { assert (f_le : forall w, 1 / 4 <= w <= 7 / 10 -> factor_4 (3 * w) <= 3 / 40).
    { intros w inside; unfold factor_4.
      assert (near : exp (- (29 / 6) * (3 * w - 3) ^ 2) <= / 15).
      { apply exp_le_inv; [lra |].
        apply Rle_trans with (exp (INR 3)); [| apply exp_le; simpl; nra].
        apply Rle_trans with (2 := pow_exp_1 3); lra. }
      assert (far : exp (180 / 29 - 29 / 6 * (3 * w + 93 / 29) ^ 2) <= / 200).
      { apply exp_le_inv; [lra |].
        apply Rle_trans with (exp (INR 6)); [| apply exp_le; simpl; nra].
        apply Rle_trans with (2 := pow_exp_1 6); lra. }
      lra. }
    rewrite ratio_4_product; assert (ft := f_le t in_t); assert (fu := f_le u in_u).
    assert (pt := factor_4_pos (3 * t)); assert (pu := factor_4_pos (3 * u)); nra. }
  set (r' := ratio_4 (3 * t) (3 * u)) in *; set (r := ratio_3 t u) in *.
  set (s := slope_3 t) in *; set (s' := slope_4 (3 * t)) in *.
  set (v := slope_3 u) in *; set (v' := slope_4 (3 * u)) in *.
  apply Rle_trans with (9 * ((9 * (1 - t)) ^ 2 + (9 * (1 - u)) ^ 2)).
  - replace (3 ^ 2) with 9 by ring; apply Rmult_le_compat_l; [lra |].
    apply (Rmult_le_reg_r ((1 + r) ^ 2)); [nra |].
    unfold Rdiv; rewrite Rmult_assoc, Rinv_l, Rmult_1_r by nra.
    assert (s ^ 2 <= (9 * (1 - t)) ^ 2) by (apply pow_incr; lra).
    assert (v ^ 2 <= (9 * (1 - u)) ^ 2) by (apply pow_incr; lra).
    assert (1 <= (1 + r) ^ 2) by nra.
    rewrite <- (Rmult_1_r (s ^ 2 + v ^ 2)); apply Rmult_le_compat; try lra.
    generalize (pow2_ge_0 s) (pow2_ge_0 v); lra.
  - apply (Rmult_le_reg_r ((1 + r') ^ 2)); [nra |].
    replace ((s' ^ 2 + v' ^ 2) / (1 + r') ^ 2 * (1 + r') ^ 2) with (s' ^ 2 + v' ^ 2)
      by (field; lra).
    assert ((289 / 10 * (1 - t)) ^ 2 <= s' ^ 2) by (apply pow_incr; lra).
    assert ((289 / 10 * (1 - u)) ^ 2 <= v' ^ 2) by (apply pow_incr; lra).
    assert ((1 + r') ^ 2 <= (21 / 20) ^ 2) by (apply pow_incr; lra).
    assert (0 <= (1 - t) ^ 2) by apply pow2_ge_0; assert (0 <= (1 - u) ^ 2) by apply pow2_ge_0.
    apply Rle_trans with (9 * ((9 * (1 - t)) ^ 2 + (9 * (1 - u)) ^ 2) * (21 / 20) ^ 2).
    + apply Rmult_le_compat_l; [rewrite !Rpow_mult_distr; lra | assumption].
    + rewrite !Rpow_mult_distr in *; lra.
Qed.

(** * Between the axis and the crowded mode of case 3 *)

Lemma slope_3_pos x : 1 / 50 <= x <= 99 / 100 -> 0 < slope_3 x.
Proof.
  intros inside; unfold slope_3.
  destruct (Rle_lt_dec x (7 / 100)) as [low | high].
  - assert (h := tanh_le (1 / 5) (10 * x) ltac:(lra)); assert (g := tanh_ge (1 / 5) ltac:(lra)).
    replace (1 / 5 / (1 + 1 / 5)) with (1 / 6) in g by field; lra.
  - destruct (Rle_lt_dec x (1 / 2)) as [mid | higher].
    + assert (h := tanh_le (7 / 10) (10 * x) ltac:(lra)).
      assert (g : 1 - 2 / (46 / 10) <= tanh (7 / 10)).
      { apply tanh_ge_of_exp_ge; [lra |].
        assert (e := pow_le_exp (2 * (7 / 10)) 8 ltac:(repeat constructor) ltac:(simpl; lra)).
        apply Rle_trans with (2 := e); simpl; lra. }
      lra.
    + assert (h := tanh_le 5 (10 * x) ltac:(lra)).
      assert (g : 1 - 2 / 9001 <= tanh 5).
      { apply tanh_ge_of_exp_ge; [lra |]; replace (2 * 5) with (INR 10) by (simpl; ring).
        apply Rle_trans with (2 := pow_exp_1 10); lra. }
      lra.
Qed.

Lemma case_3_inflow x y :
  (1 / 50 <= x <= 99 / 100 -> 0 < velocity_x data_1 generated_3 x y)
  /\ (1 / 50 <= y <= 99 / 100 -> 0 < velocity_y data_1 generated_3 x y).
Proof.
  destruct (velocity_3 x y) as [-> ->]; assert (r_pos := ratio_pos_3 x y).
  split; intros inside; apply Rdiv_lt_0_compat; try lra; now apply slope_3_pos.
Qed.

(** * Case 4: where 1 + r is large *)

(** (1, 1) is 3σ or more from the axes and from (3, 3). *)
Lemma magnitude_printed_false :
  ~ forall x y, 0 < x -> 0 < y -> 9 / 10 <= x ^ 2 -> 9 / 10 <= y ^ 2 ->
    9 / 10 <= (x - 3) ^ 2 + (y - 3) ^ 2 -> 1 <= ratio_4 x y.
Proof.
  intros printed; assert (wrong := printed 1 1 ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)
    ltac:(lra)).
  assert (f_le : factor_4 1 <= 2 * / 100).
  { assert (far : forall w, w <= - 6 -> exp w <= / 100).
    { intros w low; apply exp_le_inv; [lra |].
      apply Rle_trans with (exp (INR 6)); [| apply exp_le; simpl; lra].
      apply Rle_trans with (2 := pow_exp_1 6); lra. }
    unfold factor_4; assert (h := far (- (29 / 6) * (1 - 3) ^ 2) ltac:(lra)).
    assert (g := far (180 / 29 - 29 / 6 * (1 + 93 / 29) ^ 2) ltac:(lra)); lra. }
  rewrite ratio_4_product in wrong; assert (p := factor_4_pos 1); nra.
Qed.

(** * Table 2 and the separation of section 4 *)

Lemma separation_printed_false : ~ 8 * sqrt (1 / 10) <= 2.
Proof.
  intros printed; assert (root := sqrt_sqrt (1 / 10) ltac:(lra)).
  assert (0 <= sqrt (1 / 10)) by apply sqrt_pos; nra.
Qed.

Lemma separation_of_cases :
  8 * sqrt (1 / 10) <= 6 /\ 8 * sqrt (1 / 80) <= 2
  /\ 6 * sqrt (1 / 10) <= 2 /\ ~ 64 / 10 * sqrt (1 / 10) <= 2.
Proof.
  assert (root := sqrt_sqrt (1 / 10) ltac:(lra)); assert (0 <= sqrt (1 / 10)) by apply sqrt_pos.
  assert (root' := sqrt_sqrt (1 / 80) ltac:(lra)); assert (0 <= sqrt (1 / 80)) by apply sqrt_pos.
  repeat split; nra.
Qed.
