(** The bound of Theorem 3.2 in space: its formula, and what it depends on. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Extremes.
From Steepness Require Import LineMixture LineSteepness.
Open Scope R_scope.

(** x̄, and the distance of λx̄ from mode i. *)
Definition mean (N : nat) (x : nat -> vector) : vector :=
  fun j => sum N (fun i => x i j) / INR N.
Definition mode_distance (n N : nat) (x : nat -> vector) (l : R) (i : nat) : R :=
  EuclideanSpace.norm n (sub (scale l (mean N x)) (x i)).

(** δ·s·√(2π)·min over i of exp(‖λx̄ - xᵢ‖²/2ns²), δ = exp(-r²/2)/√(2π). *)
Definition space_bound_at (n N : nat) (x : nat -> vector) (s r l : R) : R :=
  exp (- r ^ 2 / 2) / sqrt (2 * PI) * s * sqrt (2 * PI)
  * least N (fun i => exp (mode_distance n N x l i ^ 2 / (2 * INR n * s ^ 2))).

(** M is the greatest of these over λ in [0, 2]. *)
Definition is_space_bound (n N : nat) (x : nat -> vector) (s r M : R) : Prop :=
  (exists l, 0 <= l <= 2 /\ M = space_bound_at n N x s r l)
  /\ forall l, 0 <= l <= 2 -> space_bound_at n N x s r l <= M.

(** D² is the greatest over λ in [0, 2] of the least squared distance. *)
Definition is_reach (n N : nat) (x : nat -> vector) (D2 : R) : Prop :=
  (exists l, 0 <= l <= 2 /\ D2 = least N (fun i => mode_distance n N x l i ^ 2))
  /\ forall l, 0 <= l <= 2 -> least N (fun i => mode_distance n N x l i ^ 2) <= D2.

Lemma space_bound_at_eq n N x s r l :
  (1 <= n)%nat -> 0 < s ->
  space_bound_at n N x s r l
    = exp (- r ^ 2 / 2) * s
      * exp (least N (fun i => mode_distance n N x l i ^ 2) / (2 * INR n * s ^ 2)).
Proof.
  intros some s_pos; unfold space_bound_at.
  assert (n_pos : 0 < INR n) by (apply lt_0_INR; lia).
  assert (positive : 0 < 2 * INR n * s ^ 2) by (apply Rmult_lt_0_compat; nra).
  rewrite (least_map N (fun i => mode_distance n N x l i ^ 2)
    (fun d => exp (d / (2 * INR n * s ^ 2)))).
  - field; apply Rgt_not_eq, sqrt_lt_R0; generalize PI_RGT_0; lra.
  - intros a b less; apply exp_le, Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | lra].
Qed.

(** M = exp(-r²/2)·s·exp(D²/2ns²). *)
Lemma space_bound_eq n N x s r M D2 :
  (1 <= n)%nat -> 0 < s -> is_space_bound n N x s r M -> is_reach n N x D2 ->
  M = exp (- r ^ 2 / 2) * s * exp (D2 / (2 * INR n * s ^ 2)).
Proof.
  intros some s_pos [[l [l_in ->]] M_most] [[k [k_in ->]] D_most].
  assert (n_pos : 0 < INR n) by (apply lt_0_INR; lia).
  assert (positive : 0 < 2 * INR n * s ^ 2) by (apply Rmult_lt_0_compat; nra).
  assert (front := exp_pos (- r ^ 2 / 2)); apply Rle_antisym.
  - rewrite space_bound_at_eq by assumption; apply Rmult_le_compat_l; [nra |].
    apply exp_le, Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | auto].
  - generalize (M_most k k_in); now rewrite !space_bound_at_eq by assumption.
Qed.

Lemma is_space_bound_of_reach n N x s r D2 :
  (1 <= n)%nat -> 0 < s -> is_reach n N x D2 ->
  is_space_bound n N x s r (exp (- r ^ 2 / 2) * s * exp (D2 / (2 * INR n * s ^ 2))).
Proof.
  intros some s_pos [[k [k_in ->]] most].
  assert (n_pos : 0 < INR n) by (apply lt_0_INR; lia).
  assert (positive : 0 < 2 * INR n * s ^ 2) by (apply Rmult_lt_0_compat; nra).
  assert (front := exp_pos (- r ^ 2 / 2)); split.
  - exists k; split; [assumption |]; now rewrite space_bound_at_eq.
  - intros l l_in; rewrite space_bound_at_eq by assumption; apply Rmult_le_compat_l; [nra |].
    apply exp_le, Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | auto].
Qed.

(** ** Dilated modes *)

Lemma mode_distance_dilated n N x c l i :
  mode_distance n N (fun i => scale c (x i)) l i ^ 2 = c ^ 2 * mode_distance n N x l i ^ 2.
Proof.
  unfold mode_distance.
  rewrite (norm_ext n _ (scale c (sub (scale l (mean N x)) (x i)))).
  - rewrite norm_scale, Rpow_mult_distr, pow2_abs; ring.
  - intros j _; unfold sub, scale, mean; rewrite sum_scal; unfold Rdiv; ring.
Qed.

Lemma is_reach_dilated n N x c D2 :
  (1 <= N)%nat -> is_reach n N x D2 -> is_reach n N (fun i => scale c (x i)) (c ^ 2 * D2).
Proof.
  intros some [[k [k_in ->]] most].
  assert (same : forall l, least N (fun i => mode_distance n N (fun i => scale c (x i)) l i ^ 2)
    = c ^ 2 * least N (fun i => mode_distance n N x l i ^ 2)).
  { intros l; rewrite <- (least_map N (fun i => mode_distance n N x l i ^ 2)
      (fun d => c ^ 2 * d)) by (intros; apply Rmult_le_compat_l; nra).
    apply least_ext; intros i; apply mode_distance_dilated. }
  split.
  - exists k; split; [assumption | now rewrite same].
  - intros l l_in; rewrite same; apply Rmult_le_compat_l; [nra | auto].
Qed.

(** log M grows by (c² - 1)·D²/2ns² where all modes are dilated by c. *)
Lemma log_space_bound_dilated n N x s r c M M' D2 :
  (1 <= n)%nat -> (1 <= N)%nat -> 0 < s -> is_reach n N x D2 ->
  is_space_bound n N x s r M -> is_space_bound n N (fun i => scale c (x i)) s r M' ->
  ln M' = ln M + (c ^ 2 - 1) * D2 / (2 * INR n * s ^ 2).
Proof.
  intros some modes s_pos reach M_is M'_is.
  rewrite (space_bound_eq n N x s r M D2 some s_pos M_is reach).
  rewrite (space_bound_eq n N _ s r M' (c ^ 2 * D2) some s_pos M'_is
    (is_reach_dilated n N x c D2 modes reach)).
  assert (n_pos : 0 < INR n) by (apply lt_0_INR; lia).
  assert (front := exp_pos (- r ^ 2 / 2)).
  assert (0 < exp (- r ^ 2 / 2) * s) by nra.
  rewrite !ln_mult, !ln_exp by (assumption || apply exp_pos); field; split; lra.
Qed.

(** ** Translated modes *)

(** One mode on the line, at 1 and at 3, with s = 1. *)
Lemma translation_invariance_false :
  ~ forall (n N : nat) (x : nat -> vector) (s r M M' : R) (v : vector),
    (1 <= n)%nat -> (1 <= N)%nat -> 0 < s -> 0 < r ->
    (forall i, (i < N)%nat -> EuclideanSpace.norm n (x i) <> 0) ->
    (forall i, (i < N)%nat -> EuclideanSpace.norm n (add (x i) v) <> 0) ->
    is_space_bound n N x s r M -> is_space_bound n N (fun i => add (x i) v) s r M' -> M = M'.
Proof.
  intros printed.
  assert (on_line : forall (u : vector), EuclideanSpace.norm 1 u ^ 2 = u 0%nat ^ 2).
  { intros u; rewrite norm_pow2; unfold dot; simpl; ring. }
  assert (apart : forall (x : nat -> vector) l,
    mode_distance 1 1 x l 0 ^ 2 = (l - 1) ^ 2 * x 0%nat 0%nat ^ 2).
  { intros x l; unfold mode_distance; rewrite on_line; unfold sub, scale, mean; simpl; field. }
  assert (reach : forall x : nat -> vector, is_reach 1 1 x (x 0%nat 0%nat ^ 2)).
  { intros x; split.
    - exists 0; split; [lra |]; cbn [least]; rewrite Rmin_left, apart by lra; ring.
    - intros l l_in; cbn [least]; rewrite Rmin_left, apart by lra.
      assert ((l - 1) ^ 2 <= 1) by nra; assert (square := pow2_ge_0 (x 0%nat 0%nat)); nra. }
  set (x := fun _ _ : nat => 1); set (v := fun _ : nat => 2).
  assert (some : forall u : vector, u 0%nat <> 0 -> EuclideanSpace.norm 1 u <> 0).
  { intros u away zero; generalize (on_line u); rewrite zero; intros none; nra. }
  assert (M_is := is_space_bound_of_reach 1 1 x 1 1 _ ltac:(lia) Rlt_0_1 (reach x)).
  assert (M'_is := is_space_bound_of_reach 1 1 (fun i => add (x i) v) 1 1 _ ltac:(lia) Rlt_0_1
    (reach (fun i => add (x i) v))).
  assert (same := printed 1%nat 1%nat x 1 1 _ _ v ltac:(lia) ltac:(lia) Rlt_0_1 Rlt_0_1
    (fun i _ => some (x i) ltac:(unfold x; lra))
    (fun i _ => some (add (x i) v) ltac:(unfold x, v, add; lra)) M_is M'_is).
  unfold x, v, add in same; simpl INR in same.
  replace (1 ^ 2 / (2 * 1 * 1 ^ 2)) with (1 / 2) in same by field.
  replace ((1 + 2) ^ 2 / (2 * 1 * 1 ^ 2)) with (1 / 2 + 4) in same by field.
  rewrite exp_plus in same.
  assert (front := exp_pos (- 1 ^ 2 / 2)); assert (half := exp_pos (1 / 2)).
  assert (large := exp_ineq1_le 4); assert (0 < exp (- 1 ^ 2 / 2) * 1 * exp (1 / 2)) by nra; nra.
Qed.

(** ** Width *)

(** s·exp(a/s²) falls in s up to s² = 2a, and grows from there. *)
Lemma width_times_exp_falls a s t :
  0 < s < t -> t ^ 2 <= 2 * a -> t * exp (a / t ^ 2) <= s * exp (a / s ^ 2).
Proof.
  intros [s_pos less] wide; assert (t_pos : 0 < t) by lra.
  replace (a / s ^ 2) with ((a / s ^ 2 - a / t ^ 2) + a / t ^ 2) by ring.
  rewrite exp_plus; assert (some := exp_pos (a / t ^ 2)).
  assert (key : t <= s * exp (a / s ^ 2 - a / t ^ 2)); [| nra].
  set (u := t / s); assert (u_gt : 1 < u) by (unfold u; apply -> Rlt_div_r; lra).
  assert (exponent : (u ^ 2 - 1) / 2 <= a / s ^ 2 - a / t ^ 2).
  { replace (a / s ^ 2 - a / t ^ 2) with ((u ^ 2 - 1) / 2 * (2 * a / t ^ 2))
      by (unfold u; field; split; lra).
    rewrite <- (Rmult_1_r ((u ^ 2 - 1) / 2)) at 1; apply Rmult_le_compat_l; [nra |].
    apply -> Rle_div_r; [lra | apply pow_lt; lra]. }
  assert (grown := exp_ineq1_le (a / s ^ 2 - a / t ^ 2)).
  assert (t_is : t = s * u) by (unfold u; field; lra).
  assert (line : u <= 1 + (u ^ 2 - 1) / 2) by (generalize (pow2_ge_0 (u - 1)); nra).
  rewrite t_is at 1; apply Rmult_le_compat_l; lra.
Qed.

Lemma width_times_exp_grows a s t :
  0 < s < t -> 0 <= a -> 2 * a <= s ^ 2 -> s * exp (a / s ^ 2) <= t * exp (a / t ^ 2).
Proof.
  intros [s_pos less] nonneg narrow; assert (t_pos : 0 < t) by lra.
  replace (a / t ^ 2) with ((a / t ^ 2 - a / s ^ 2) + a / s ^ 2) by ring.
  rewrite exp_plus; assert (some := exp_pos (a / s ^ 2)).
  assert (key : s <= t * exp (a / t ^ 2 - a / s ^ 2)); [| nra].
  set (u := s / t); assert (u_lt : u < 1) by (unfold u; apply <- Rlt_div_l; lra).
  assert (u_pos : 0 < u) by (apply Rdiv_lt_0_compat; lra).
  assert (exponent : (u ^ 2 - 1) / 2 <= a / t ^ 2 - a / s ^ 2).
  { replace (a / t ^ 2 - a / s ^ 2) with ((u ^ 2 - 1) / 2 * (2 * a / s ^ 2))
      by (unfold u; field; split; lra).
    assert (share : 2 * a / s ^ 2 <= 1) by (apply <- Rle_div_l; [lra | apply pow_lt; lra]).
    assert (0 <= (1 - u ^ 2) * (1 - 2 * a / s ^ 2)) by (apply Rmult_le_pos; nra); lra. }
  assert (grown := exp_ineq1_le (a / t ^ 2 - a / s ^ 2)).
  assert (s_is : s = t * u) by (unfold u; field; lra).
  assert (line : u <= 1 + (u ^ 2 - 1) / 2) by (generalize (pow2_ge_0 (u - 1)); nra).
  rewrite s_is at 1; apply Rmult_le_compat_l; lra.
Qed.

(** M against the width, at the same modes: it falls up to s² = D²/n, and grows from there. *)
Lemma space_bound_by_width n N x s t r M M' D2 :
  (1 <= n)%nat -> 0 < s < t -> is_reach n N x D2 -> 0 <= D2 ->
  is_space_bound n N x s r M -> is_space_bound n N x t r M' ->
  (INR n * t ^ 2 <= D2 -> M' <= M) /\ (D2 <= INR n * s ^ 2 -> M <= M').
Proof.
  intros some order reach nonneg M_is M'_is.
  rewrite (space_bound_eq n N x s r M D2 some ltac:(lra) M_is reach).
  rewrite (space_bound_eq n N x t r M' D2 some ltac:(lra) M'_is reach).
  assert (n_pos : 0 < INR n) by (apply lt_0_INR; lia).
  assert (front := exp_pos (- r ^ 2 / 2)).
  replace (D2 / (2 * INR n * s ^ 2)) with (D2 / (2 * INR n) / s ^ 2) by (field; lra).
  replace (D2 / (2 * INR n * t ^ 2)) with (D2 / (2 * INR n) / t ^ 2) by (field; lra).
  assert (double : 2 * (D2 / (2 * INR n)) = D2 / INR n) by (field; lra).
  split; intros side; rewrite !Rmult_assoc; apply Rmult_le_compat_l; try lra.
  - apply width_times_exp_falls; [assumption |]; rewrite double; apply -> Rle_div_r; lra.
  - apply width_times_exp_grows; [assumption | apply Rdiv_le_0_compat; lra |].
    rewrite double; apply <- Rle_div_l; lra.
Qed.

(** n = 16 and modes ±3 along an axis: M is larger for s = 1 than for s = 3/4. *)
Lemma grows_as_width_falls_false :
  ~ forall (n : nat) (x : nat -> vector) (s t r M M' : R), (1 <= n)%nat -> 0 < s < t -> 0 < r ->
    6 * t <= EuclideanSpace.norm n (sub (x 1%nat) (x 0%nat)) ->
    is_space_bound n 2 x s r M -> is_space_bound n 2 x t r M' -> M' <= M.
Proof.
  intros printed.
  set (x := fun i => scale (match i with O => -3 | _ => 3 end) (unit 0)).
  assert (origin : forall l i, (i < 2)%nat -> mode_distance 16 2 x l i ^ 2 = 9).
  { intros l i i_in; unfold mode_distance.
    rewrite (norm_ext 16 _ (scale (match i with O => 3 | _ => -3 end) (unit 0))).
    - rewrite norm_scale, norm_unit, Rmult_1_r, pow2_abs by lia.
      destruct i as [| [|]]; [ring | ring | lia].
    - intros j _; unfold sub, scale, mean, x; simpl.
      destruct i as [| [|]]; [| | lia]; unfold scale; field. }
  assert (reach : is_reach 16 2 x 9).
  { assert (same : forall l, least 2 (fun i => mode_distance 16 2 x l i ^ 2) = 9).
    { intros l; cbn [least]; rewrite !origin by lia; unfold Rmin.
      repeat destruct (Rle_dec _ _); lra. }
    split; [exists 0; split; [lra | now rewrite same] | intros; rewrite same; lra]. }
  assert (wide : EuclideanSpace.norm 16 (sub (x 1%nat) (x 0%nat)) = 6).
  { rewrite (norm_ext 16 _ (scale 6 (unit 0))).
    - rewrite norm_scale, norm_unit, Rabs_pos_eq by (lia || lra); ring.
    - intros j _; unfold sub, scale, x; simpl; unfold scale; ring. }
  assert (M_is := is_space_bound_of_reach 16 2 x (3 / 4) 1 9 ltac:(lia) ltac:(lra) reach).
  assert (M'_is := is_space_bound_of_reach 16 2 x 1 1 9 ltac:(lia) ltac:(lra) reach).
  assert (less := printed 16%nat x (3 / 4) 1 1 _ _ ltac:(lia) ltac:(lra) Rlt_0_1
    ltac:(rewrite wide; lra) M_is M'_is).
  replace (INR 16) with 16 in less by (simpl; ring).
  replace (9 / (2 * 16 * (3 / 4) ^ 2)) with (9 / 32 + 7 / 32) in less by field.
  replace (9 / (2 * 16 * 1 ^ 2)) with (9 / 32) in less by field.
  rewrite exp_plus in less; assert (front := exp_pos (- 1 ^ 2 / 2)).
  assert (base := exp_pos (9 / 32)).
  assert (low := exp_ineq1_le (- (7 / 32))); rewrite exp_Ropp in low.
  assert (some := exp_pos (7 / 32)).
  assert (bound : exp (7 / 32) * (1 + - (7 / 32)) <= 1).
  { apply Rle_trans with (exp (7 / 32) * / exp (7 / 32)); [apply Rmult_le_compat_l; lra |].
    right; field; lra. }
  assert (product : 0 < exp (- 1 ^ 2 / 2) * exp (9 / 32)) by now apply Rmult_lt_0_compat.
  nra.
Qed.

(** The bound for λ = 1 is at most M. *)
Lemma space_bound_at_1_le n N x s r M :
  is_space_bound n N x s r M -> space_bound_at n N x s r 1 <= M.
Proof. intros [_ most]; apply most; lra. Qed.

(** M ≤ s unless D² > n·r²·s². *)
Lemma space_bound_le_width n N x s r M D2 :
  (1 <= n)%nat -> 0 < s -> is_space_bound n N x s r M -> is_reach n N x D2 ->
  D2 <= INR n * r ^ 2 * s ^ 2 -> M <= s.
Proof.
  intros some s_pos M_is reach near; rewrite (space_bound_eq n N x s r M D2) by assumption.
  assert (n_pos : 0 < INR n) by (apply lt_0_INR; lia).
  replace (exp (- r ^ 2 / 2) * s * exp (D2 / (2 * INR n * s ^ 2)))
    with (s * (exp (- r ^ 2 / 2) * exp (D2 / (2 * INR n * s ^ 2)))) by ring.
  rewrite <- exp_plus; apply Rle_trans with (s * 1); [apply Rmult_le_compat_l; [lra |] | lra].
  rewrite <- exp_0; apply exp_le.
  assert (D2 / (2 * INR n * s ^ 2) <= r ^ 2 / 2); [| lra].
  apply <- Rle_div_l; [nra | apply Rmult_lt_0_compat; [lra | apply pow_lt; lra]].
Qed.

(** ** The points of the ball of radius 2·max‖xᵢ‖, for one mode *)

(** On the open ball no point is farthest from a mode x ≠ 0. *)
Lemma no_farthest_in_open_ball n x y :
  0 < EuclideanSpace.norm n x -> EuclideanSpace.norm n y < 2 * EuclideanSpace.norm n x ->
  exists u, EuclideanSpace.norm n u < 2 * EuclideanSpace.norm n x
  /\ EuclideanSpace.norm n (sub y x) < EuclideanSpace.norm n (sub u x).
Proof.
  intros some inside; set (p := EuclideanSpace.norm n x) in *.
  set (t := EuclideanSpace.norm n y / p).
  assert (size := norm_nonneg n y).
  assert (t_nonneg : 0 <= t) by (apply Rdiv_le_0_compat; lra).
  assert (t_less : t < 2) by (apply <- Rlt_div_l; lra).
  exists (scale (- ((t + 2) / 2)) x); rewrite norm_scale, Rabs_Ropp, Rabs_pos_eq by lra; fold p.
  split; [nra |].
  rewrite (norm_ext n (sub (scale (- ((t + 2) / 2)) x) x) (scale (- ((t + 2) / 2 + 1)) x))
    by (intros i _; unfold sub, scale; ring).
  rewrite norm_scale, Rabs_Ropp, Rabs_pos_eq by lra; fold p.
  assert (triangle : EuclideanSpace.norm n (sub y x) <= EuclideanSpace.norm n y + p).
  { rewrite (norm_ext n (sub y x) (add y (scale (- (1)) x)))
      by (intros i _; unfold sub, add, scale; ring).
    apply Rle_trans with (1 := norm_add_le n _ _); rewrite norm_scale, Rabs_Ropp, Rabs_R1; fold p;
      lra. }
  assert (EuclideanSpace.norm n y = t * p) by (unfold t; field; lra); nra.
Qed.

(** On the closed ball -2x is: its distance is 3‖x‖. *)
Lemma farthest_in_closed_ball n x y :
  EuclideanSpace.norm n y <= 2 * EuclideanSpace.norm n x ->
  EuclideanSpace.norm n (scale (-2) x) <= 2 * EuclideanSpace.norm n x
  /\ EuclideanSpace.norm n (sub (scale (-2) x) x) = 3 * EuclideanSpace.norm n x
  /\ EuclideanSpace.norm n (sub y x) <= 3 * EuclideanSpace.norm n x.
Proof.
  intros inside; rewrite norm_scale, Rabs_left by lra; split; [lra |]; split.
  - rewrite (norm_ext n _ (scale (-3) x)) by (intros i _; unfold sub, scale; ring).
    rewrite norm_scale, Rabs_left by lra; ring.
  - rewrite (norm_ext n (sub y x) (add y (scale (- (1)) x)))
      by (intros i _; unfold sub, add, scale; ring).
    apply Rle_trans with (1 := norm_add_le n _ _); rewrite norm_scale, Rabs_Ropp, Rabs_R1; lra.
Qed.

Lemma space_bound_at_1 n N x s r M :
  (1 <= n)%nat -> 0 < s ->
  space_bound_at n N x s r 1
    = exp (- r ^ 2 / 2) / sqrt (2 * PI) * s * sqrt (2 * PI)
      * least N (fun i =>
          exp (EuclideanSpace.norm n (sub (mean N x) (x i)) ^ 2 / (2 * INR n * s ^ 2)))
  /\ (is_space_bound n N x s r M -> space_bound_at n N x s r 1 <= M).
Proof.
  intros _ _; split; [| apply space_bound_at_1_le].
  unfold space_bound_at; f_equal; apply least_ext; intros i; unfold mode_distance.
  rewrite (norm_ext n _ (sub (mean N x) (x i))); [easy |].
  intros j _; unfold sub, scale; ring.
Qed.

(** What two modes need grows as the width falls, while gap ≥ 2s. *)
Lemma needed_slope_by_width gap s t :
  0 < s < t -> 2 * t <= gap ->
  t * exp (gap ^ 2 / (8 * t ^ 2)) <= s * exp (gap ^ 2 / (8 * s ^ 2)).
Proof.
  intros order wide.
  replace (gap ^ 2 / (8 * t ^ 2)) with (gap ^ 2 / 8 / t ^ 2) by (field; lra).
  replace (gap ^ 2 / (8 * s ^ 2)) with (gap ^ 2 / 8 / s ^ 2) by (field; lra).
  apply width_times_exp_falls; [assumption | nra].
Qed.
