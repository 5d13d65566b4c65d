(** What section 3.1 says of the four cases: directions and lengths of ∇d/d. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.HyperbolicTangent Densities DiscriminatorFieldCases.
From Steepness Require Import CaseFields CaseDirections.
Open Scope R_scope.

(** ‖∇d/d‖². *)
Definition speed_square (p q : R -> R -> R) (x y : R) : R :=
  velocity_x p q x y ^ 2 + velocity_y p q x y ^ 2.

(** Its mean over the four quarter turns of the offset [e, f] from [a, b]. *)
Definition mean_speed_square (p q : R -> R -> R) (a b e f : R) : R :=
  (speed_square p q (a + e) (b + f) + speed_square p q (a - f) (b + e)
   + speed_square p q (a - e) (b - f) + speed_square p q (a + f) (b - e)) / 4.

Lemma speed_square_eq p q x y s t r :
  velocity_x p q x y = s / (1 + r) -> velocity_y p q x y = t / (1 + r) -> 0 < r ->
  speed_square p q x y = (s ^ 2 + t ^ 2) / (1 + r) ^ 2.
Proof. unfold speed_square; intros -> -> positive; field; lra. Qed.

(** * Case 1 *)

Lemma case_1_direction_printed_false :
  ~ forall x y, 0 < x <= 2 -> 0 < y <= 2 ->
    0 <= velocity_x data_1 generated_1 x y * (1 - x) + velocity_y data_1 generated_1 x y * (1 - y).
Proof.
  intros printed; destruct (velocity_1 (3 / 2) (3 / 2)) as [first second].
  assert (wrong := printed (3 / 2) (3 / 2) ltac:(lra) ltac:(lra)); rewrite first, second in wrong.
  apply inner_of_slopes in wrong; [| apply ratio_pos_1].
  unfold slope_1 in wrong; destruct (tanh_far (10 * (3 / 2))); lra.
Qed.

Lemma slope_1_pos x : 0 < x < 1 -> 0 < slope_1 x.
Proof.
  intros inside; unfold slope_1; assert (bound := tanh_ge (10 * x) ltac:(lra)).
  assert (x < 2 * (10 * x / (1 + 10 * x))); [| lra].
  apply (Rmult_lt_reg_r (1 + 10 * x)); [lra |].
  replace (2 * (10 * x / (1 + 10 * x)) * (1 + 10 * x)) with (20 * x) by (field; lra); nra.
Qed.

Lemma shortfall_decreasing u w : u < w -> shortfall w < shortfall u.
Proof.
  intros less; assert (t := tanh_increasing u w less); rewrite !tanh_of_shortfall in t; lra.
Qed.

(** 2 - 10⁻¹⁵ is before the zero of the slope. *)
Lemma slope_1_pos_to_2 : 0 < slope_1 (2 - / 10 ^ 15).
Proof.
  rewrite slope_1_of_shortfall; unfold shortfall.
  set (u := 2 * (10 * (2 - / 10 ^ 15))).
  assert (big : 5 * 10 ^ 15 <= exp u).
  { apply Rle_trans with (exp 39); [| left; apply exp_increasing; unfold u; lra].
    replace 39 with (INR 13 * 3) by (simpl; ring); rewrite <- exp_pow.
    assert (three : 17 <= exp 3).
    { assert (h := pow_le_exp 3 32 ltac:(repeat constructor) ltac:(simpl; lra)).
      apply Rle_trans with (2 := h); simpl; lra. }
    apply Rle_trans with (17 ^ 13); [lra | apply pow_incr; lra]. }
  assert (/ (1 + exp u) <= / (5 * 10 ^ 15)) by (apply Rinv_le_contravar; lra).
  assert (2 * (2 / (1 + exp u)) <= 4 * / (5 * 10 ^ 15)) by (unfold Rdiv; lra); lra.
Qed.

(** The slope of case 1 is concave on the right of 0: its own slope falls. *)
Lemma is_derive_slope_1 (x : R) : is_derive slope_1 x (5 * (20 * (1 - tanh (10 * x) ^ 2) - 1)).
Proof.
  unfold slope_1; evar_last.
  - apply is_derive_scal, @is_derive_minus; [| apply @is_derive_id].
    apply is_derive_scal, (is_derive_comp tanh (fun x => 10 * x)); [apply is_derive_tanh |].
    auto_derive; [exact I | reflexivity].
  - unfold minus, plus, opp, scal, one; simpl; unfold mult; simpl; ring.
Qed.

Lemma slope_1_zero :
  exists z, 2 - / 10 ^ 15 < z < 2
  /\ (forall x, 0 < x < z -> 0 < slope_1 x) /\ slope_1 z = 0 /\ (forall x, z < x -> slope_1 x < 0).
Proof.
  assert (at_2 : slope_1 2 < 0) by (unfold slope_1; generalize (tanh_lt_1 (10 * 2)); lra).
  destruct (IVT (fun x => - slope_1 x) (2 - / 10 ^ 15) 2) as [z [between zero]].
  { intros x; apply continuity_pt_opp, derivable_continuous_pt.
    eexists; apply is_derive_Reals, is_derive_slope_1. }
  { assert (0 < / 10 ^ 15) by (apply Rinv_0_lt_compat; lra); lra. }
  { generalize slope_1_pos_to_2; lra. }
  { lra. }
  assert (z_not : z <> 2 - / 10 ^ 15) by (intros ->; generalize slope_1_pos_to_2; lra).
  assert (z_not' : z <> 2) by (intros ->; lra).
  assert (value : slope_1 z = 0) by lra.
  assert (start : slope_1 0 = 0) by (unfold slope_1; rewrite Rmult_0_r, tanh_0; ring).
  assert (steps : forall u w, u < w -> exists c, u < c < w
    /\ slope_1 w - slope_1 u = 5 * (20 * (1 - tanh (10 * c) ^ 2) - 1) * (w - u)).
  { intros u w less; destruct (MVT_cor2 slope_1 (fun c => 5 * (20 * (1 - tanh (10 * c) ^ 2) - 1))
      u w less) as [c [mean inside]]; [intros; apply is_derive_Reals, is_derive_slope_1 |].
    exists c; auto. }
  assert (falls : forall u w, 0 < u -> u < w ->
    20 * (1 - tanh (10 * w) ^ 2) - 1 < 20 * (1 - tanh (10 * u) ^ 2) - 1).
  { intros u w positive less; assert (0 < tanh (10 * u)) by (apply tanh_pos; lra).
    assert (tanh (10 * u) < tanh (10 * w)) by (apply tanh_increasing; lra); nra. }
  exists z; repeat split; auto; try lra.
  - intros x [x_pos below].
    destruct (steps 0 x x_pos) as [c [c_in first]]; destruct (steps x z below) as [e [e_in second]].
    assert (order := falls c e ltac:(lra) ltac:(lra)); rewrite start in first;
      rewrite value in second.
    set (A := 20 * (1 - tanh (10 * c) ^ 2) - 1) in *;
      set (B := 20 * (1 - tanh (10 * e) ^ 2) - 1) in *.
    apply Rnot_le_lt; intros wrong; assert (A <= 0) by (apply Rnot_lt_le; intros more;
      assert (0 < A * x) by (now apply Rmult_lt_0_compat); lra).
    assert (0 < - B * (z - x)) by (apply Rmult_lt_0_compat; lra); lra.
  - intros x above; assert (z_pos : 0 < z) by lra.
    destruct (steps 0 z z_pos) as [c [c_in first]]; destruct (steps z x above) as [e [e_in second]].
    assert (order := falls c e ltac:(lra) ltac:(lra)); rewrite start, value in first.
    rewrite value in second.
    set (A := 20 * (1 - tanh (10 * c) ^ 2) - 1) in *;
      set (B := 20 * (1 - tanh (10 * e) ^ 2) - 1) in *.
    assert (A * z = 0) by lra; assert (A = 0) by (destruct (Rmult_integral _ _ H); lra).
    assert (0 < - B * (x - z)) by (apply Rmult_lt_0_compat; lra); lra.
Qed.

(** The component of the velocity along the axis has the sign of the slope. *)
Lemma velocity_1_sign x y :
  (0 < slope_1 x <-> 0 < velocity_x data_1 generated_1 x y)
  /\ (slope_1 x < 0 <-> velocity_x data_1 generated_1 x y < 0)
  /\ (0 < slope_1 y <-> 0 < velocity_y data_1 generated_1 x y)
  /\ (slope_1 y < 0 <-> velocity_y data_1 generated_1 x y < 0).
Proof.
  destruct (velocity_1 x y) as [-> ->]; assert (r_pos := ratio_pos_1 x y).
  assert (k : 0 < / (1 + ratio_1 x y)) by (apply Rinv_0_lt_compat; lra).
  unfold Rdiv; repeat split; intros; nra.
Qed.

Lemma case_1_components x y :
  (0 < x < 1 -> 0 < velocity_x data_1 generated_1 x y)
  /\ (- 1 < x < 0 -> velocity_x data_1 generated_1 x y < 0)
  /\ (0 < y < 1 -> 0 < velocity_y data_1 generated_1 x y)
  /\ (- 1 < y < 0 -> velocity_y data_1 generated_1 x y < 0).
Proof.
  destruct (velocity_1_sign x y) as [xp [xn [yp yn]]].
  assert (negative : forall u, - 1 < u < 0 -> slope_1 u < 0).
  { intros u inside; assert (h := slope_1_pos (- u) ltac:(lra)); rewrite slope_1_opp in h; lra. }
  repeat split; intros inside; [apply xp, slope_1_pos | apply xn, negative | apply yp, slope_1_pos
    | apply yn, negative]; assumption.
Qed.

Lemma case_1_zero :
  exists z, 2 - / 10 ^ 15 < z < 2 /\ forall x y,
  (0 < x < z -> 0 < velocity_x data_1 generated_1 x y)
  /\ (z < x -> velocity_x data_1 generated_1 x y < 0)
  /\ velocity_x data_1 generated_1 z y = 0
  /\ (0 < y < z -> 0 < velocity_y data_1 generated_1 x y)
  /\ (z < y -> velocity_y data_1 generated_1 x y < 0)
  /\ velocity_y data_1 generated_1 x z = 0.
Proof.
  destruct slope_1_zero as [z [between [below [zero above]]]]; exists z; split; [assumption |].
  intros x y; destruct (velocity_1_sign x y) as [xp [xn [yp yn]]].
  repeat split; intros.
  - now apply xp, below.
  - now apply xn, above.
  - destruct (velocity_1 z y) as [-> _]; rewrite zero; unfold Rdiv; ring.
  - now apply yp, below.
  - now apply yn, above.
  - destruct (velocity_1 x z) as [_ ->]; rewrite zero; unfold Rdiv; ring.
Qed.

(** (0, 0) is farther from the mode than (1, 1), and the velocity there vanishes. *)
Lemma case_1_length_printed_false :
  ~ forall t u, 0 <= t < u -> u <= 1 ->
    speed_square data_1 generated_1 u u <= speed_square data_1 generated_1 t t.
Proof.
  intros printed; assert (wrong := printed 0 1 ltac:(lra) ltac:(lra)).
  destruct (velocity_1 0 0) as [a b]; rewrite (speed_square_eq _ _ _ _ _ _ _ a b) in wrong
    by apply ratio_pos_1.
  destruct (velocity_1 1 1) as [c d]; rewrite (speed_square_eq _ _ _ _ _ _ _ c d) in wrong
    by apply ratio_pos_1.
  assert (zero : slope_1 0 = 0) by (unfold slope_1; rewrite Rmult_0_r, tanh_0; ring).
  assert (some : 4 < slope_1 1) by (unfold slope_1; destruct (tanh_far (10 * 1)); lra).
  rewrite zero in wrong; assert (r_pos := ratio_pos_1 1 1).
  assert (0 < (slope_1 1 ^ 2 + slope_1 1 ^ 2) / (1 + ratio_1 1 1) ^ 2)
    by (apply Rdiv_lt_0_compat; nra).
  replace ((0 ^ 2 + 0 ^ 2) / (1 + ratio_1 0 0) ^ 2) with 0 in wrong; [lra |].
  assert (r_0 := ratio_pos_1 0 0); field; lra.
Qed.

(** * Case 3 *)

(** At every point between σ/10 and 2σ of (1, 1) the velocity points towards it. *)
Lemma case_3_inward x y :
  / 1000 <= (x - 1) ^ 2 + (y - 1) ^ 2 <= 4 / 10 ->
  velocity_x data_1 generated_3 x y * (x - 1) + velocity_y data_1 generated_3 x y * (y - 1) < 0.
Proof.
  intros near; destruct (velocity_3 x y) as [-> ->]; assert (r_pos := ratio_pos_3 x y).
  rewrite !slope_3_of_shortfall.
  assert (inside : forall u v, (u - 1) ^ 2 + (v - 1) ^ 2 <= 4 / 10 -> 36 / 100 <= u)
    by (intros u v h; generalize (pow2_ge_0 (v - 1)); nra).
  assert (small : forall u, 36 / 100 <= u -> 0 < shortfall (10 * u) <= / 100).
  { intros u far; split; [apply shortfall_pos |].
    assert (h : 1 - 2 / 200 <= tanh (10 * u)); [| rewrite tanh_of_shortfall in h; lra].
    apply tanh_ge_of_exp_ge; [lra |].
    apply Rle_trans with (exp 7); [| destruct (Req_dec 7 (2 * (10 * u))) as [<- |];
      [lra | left; apply exp_increasing; lra]].
    assert (h := pow_le_exp 7 14 ltac:(repeat constructor) ltac:(simpl; lra)).
    apply Rle_trans with (2 := h); simpl; lra. }
  assert (far_x := inside x y ltac:(lra)).
  assert (far_y := inside y x ltac:(lra)).
  destruct (small x far_x) as [u_pos u_le]; destruct (small y far_y) as [v_pos v_le].
  set (u := shortfall (10 * x)) in *; set (v := shortfall (10 * y)) in *.
  set (a := x - 1) in *; set (b := y - 1) in *.
  replace (1 - x - 10 / 9 * u) with (- (a + 10 / 9 * u)) by (unfold a; ring).
  replace (1 - y - 10 / 9 * v) with (- (b + 10 / 9 * v)) by (unfold b; ring).
  replace (9 * - (a + 10 / 9 * u) / (1 + ratio_3 x y) * a
    + 9 * - (b + 10 / 9 * v) / (1 + ratio_3 x y) * b)
    with (- (9 / (1 + ratio_3 x y) * (a ^ 2 + 10 / 9 * u * a + b ^ 2 + 10 / 9 * v * b)))
    by (field; lra).
  apply Ropp_lt_gt_0_contravar, Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra |].
  assert (u2 : (10 / 9 * u) ^ 2 <= / 8000) by nra.
  assert (v2 : (10 / 9 * v) ^ 2 <= / 8000) by nra.
  generalize (pow2_ge_0 (a + 10 / 9 * u)) (pow2_ge_0 (b + 10 / 9 * v)); intros; nra.
Qed.

(** As printed, generously: away from (1, 1) on average over four directions. *)
Lemma case_3_outward_printed_false :
  ~ forall e f, / 1000 <= e ^ 2 + f ^ 2 <= 4 / 10 ->
    let out e f := velocity_x data_1 generated_3 (1 + e) (1 + f) * e
      + velocity_y data_1 generated_3 (1 + e) (1 + f) * f in
    0 <= out e f + out (- f) e + out (- e) (- f) + out f (- e).
Proof.
  intros printed; assert (wrong := printed (1 / 2) 0 ltac:(lra)); simpl in wrong.
  assert (inward : forall e f, / 1000 <= e ^ 2 + f ^ 2 <= 4 / 10 ->
    velocity_x data_1 generated_3 (1 + e) (1 + f) * e
    + velocity_y data_1 generated_3 (1 + e) (1 + f) * f < 0).
  { intros e f near; assert (h := case_3_inward (1 + e) (1 + f)).
    replace (1 + e - 1) with e in h by ring; replace (1 + f - 1) with f in h by ring; auto. }
  assert (a := inward (1 / 2) 0 ltac:(lra)); assert (b := inward (- 0) (1 / 2) ltac:(lra)).
  assert (c := inward (- (1 / 2)) (- 0) ltac:(lra)); assert (d := inward 0 (- (1 / 2)) ltac:(lra)).
  lra.
Qed.

