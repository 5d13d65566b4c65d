(** A curve with many teeth in the unit square, and the transport of the square to it. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace.
Open Scope R_scope.

(** The height of the saw with m teeth over u in [j/m, (j + 1)/m]: it rises over even j. *)
Definition tooth_height (m j : nat) (u : R) : R :=
  if Nat.even j then INR m * u - INR j else INR j + 1 - INR m * u.

(** The first coordinate of the point of tooth j at the height y. *)
Definition tooth_point (m j : nat) (y : R) : R :=
  if Nat.even j then / INR m * y + INR j / INR m else - / INR m * y + (INR j + 1) / INR m.

(** The mean distance from (x, y) to the point of the tooth above x that has the same height. *)
Definition mean_cost (m : nat) : R :=
  sum m (fun j => RInt (fun x => RInt (fun y => Rabs (x - tooth_point m j y)) 0 1)
    (INR j / INR m) (INR (S j) / INR m)).

(** Coquelicot's equations are between elements of a normed module; `field` wants real numbers. *)
Ltac real_equation := match goal with |- @eq _ ?a ?b => change (@eq R a b) end.

Lemma is_RInt_polynomial (F f : R -> R) a b :
  (forall x, is_derive F x (f x)) -> (forall x, ex_derive f x) -> is_RInt f a b (F b - F a).
Proof.
  intros F_is f_smooth; apply (is_RInt_derive F f); intros x _; [apply F_is |].
  apply (ex_derive_continuous f), f_smooth.
Qed.

Lemma is_RInt_distance t :
  0 <= t <= 1 -> is_RInt (fun y => Rabs (t - y)) 0 1 ((t ^ 2 + (1 - t) ^ 2) / 2).
Proof.
  intros inside; replace ((t ^ 2 + (1 - t) ^ 2) / 2) with (plus (t ^ 2 / 2) ((1 - t) ^ 2 / 2))
    by (unfold plus; simpl; field).
  apply (@is_RInt_Chasles R_NormedModule (fun y => Rabs (t - y)) 0 t 1).
  - apply (is_RInt_ext (fun y => t - y)).
    + intros y; rewrite Rmin_left, Rmax_right by lra; intros between.
      rewrite Rabs_pos_eq; lra.
    + evar_last; [apply (is_RInt_polynomial (fun y => t * y - y ^ 2 / 2)) | simpl; field].
      * intros; auto_derive; [exact I | field].
      * intros; auto_derive; exact I.
  - apply (is_RInt_ext (fun y => y - t)).
    + intros y; rewrite Rmin_left, Rmax_right by lra; intros between.
      rewrite Rabs_left; lra.
    + evar_last; [apply (is_RInt_polynomial (fun y => y ^ 2 / 2 - t * y)) | simpl; field].
      * intros; auto_derive; [exact I | field].
      * intros; auto_derive; exact I.
Qed.

Section Teeth.

Variables (m : nat).
Hypothesis some : (1 <= m)%nat.
Let M := INR m.

Lemma M_pos : 0 < M.
Proof. apply lt_0_INR; lia. Qed.

(** The place of x in its tooth. *)
Lemma distance_in_tooth j x y :
  Rabs (x - tooth_point m j y)
  = / M * Rabs ((if Nat.even j then M * x - INR j else INR j + 1 - M * x) - y).
Proof.
  assert (positive := M_pos); unfold tooth_point; fold M.
  assert (inverse : 0 < / M) by now apply Rinv_0_lt_compat.
  rewrite <- (Rabs_pos_eq (/ M)) at 3 by lra; destruct (Nat.even j).
  - rewrite <- Rabs_mult; f_equal; field; lra.
  - rewrite <- Rabs_Ropp, <- Rabs_mult; f_equal; field; lra.
Qed.

Lemma inner_cost j x :
  INR j / M <= x <= INR (S j) / M ->
  RInt (fun y => Rabs (x - tooth_point m j y)) 0 1
  = / M * (((M * x - INR j) ^ 2 + (INR j + 1 - M * x) ^ 2) / 2).
Proof.
  intros inside; assert (positive := M_pos).
  assert (low : INR j <= M * x).
  { replace (INR j) with (M * (INR j / M)) by (field; lra); apply Rmult_le_compat_l; lra. }
  assert (high : M * x <= INR j + 1).
  { rewrite <- S_INR; replace (INR (S j)) with (M * (INR (S j) / M)) by (field; lra).
    apply Rmult_le_compat_l; lra. }
  set (t := if Nat.even j then M * x - INR j else INR j + 1 - M * x).
  assert (t_in : 0 <= t <= 1) by (unfold t; destruct (Nat.even j); lra).
  rewrite (RInt_ext _ (fun y => / M * Rabs (t - y)))
    by (intros y _; now rewrite distance_in_tooth).
  rewrite (is_RInt_unique (fun y => / M * Rabs (t - y)) 0 1
    (/ M * ((t ^ 2 + (1 - t) ^ 2) / 2))).
  - real_equation; unfold t; destruct (Nat.even j); field; lra.
  - apply (is_RInt_scal (fun y => Rabs (t - y)) 0 1 (/ M)), is_RInt_distance, t_in.
Qed.

Lemma cost_of_tooth j :
  RInt (fun x => RInt (fun y => Rabs (x - tooth_point m j y)) 0 1)
    (INR j / M) (INR (S j) / M) = / (3 * M ^ 2).
Proof.
  assert (positive := M_pos); assert (next := S_INR j).
  assert (order : INR j / M <= INR (S j) / M).
  { apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | lra]. }
  rewrite (RInt_ext _ (fun x => / M * (((M * x - INR j) ^ 2 + (INR j + 1 - M * x) ^ 2) / 2))).
  - apply is_RInt_unique; evar_last.
    + apply (is_RInt_polynomial
        (fun x => / (6 * M ^ 2) * ((M * x - INR j) ^ 3 - (INR j + 1 - M * x) ^ 3))).
      * intros x; auto_derive; [exact I | field; lra].
      * intros x; auto_derive; exact I.
    + real_equation; rewrite next; field; lra.
  - intros x; rewrite Rmin_left, Rmax_right by assumption; intros between.
    apply inner_cost; lra.
Qed.

Lemma mean_cost_eq : mean_cost m = 1 / (3 * M).
Proof.
  assert (positive := M_pos); unfold mean_cost; fold M.
  rewrite (sum_ext m _ (fun _ => / (3 * M ^ 2))) by (intros; apply cost_of_tooth).
  rewrite sum_const; fold M; field; lra.
Qed.

Lemma tooth_pairing j x y :
  INR j / M <= x <= INR (S j) / M -> 0 <= y <= 1 ->
  INR j / M <= tooth_point m j y <= INR (S j) / M
  /\ tooth_height m j (tooth_point m j y) = y
  /\ Rabs (x - tooth_point m j y) <= 1 / M.
Proof.
  intros x_in y_in; assert (positive := M_pos); assert (next := S_INR j).
  assert (inverse : 0 < / M) by now apply Rinv_0_lt_compat.
  assert (width : INR (S j) / M = INR j / M + / M) by (rewrite next; field; lra).
  assert (place : INR j / M <= tooth_point m j y <= INR (S j) / M).
  { rewrite width; unfold tooth_point; fold M.
    replace ((INR j + 1) / M) with (INR j / M + / M) by (field; lra).
    destruct (Nat.even j); nra. }
  split; [exact place |]; split.
  - unfold tooth_height, tooth_point; fold M; destruct (Nat.even j); field; lra.
  - replace (1 / M) with (/ M) by (field; lra); apply Rabs_le; lra.
Qed.

(** The partners of the uniform law on the square have a uniform first coordinate. *)
Lemma law_of_partners (f : R -> R) k :
  (forall x, continuous f x) ->
  sum k (fun j => / M * RInt (fun y => f (tooth_point m j y)) 0 1) = RInt f 0 (INR k / M).
Proof.
  intros smooth; assert (positive := M_pos).
  assert (integrable : forall a b, ex_RInt f a b).
  { intros a b; apply @ex_RInt_continuous; intros; apply smooth. }
  induction k as [| k step]; simpl sum.
  - simpl; unfold Rdiv; rewrite Rmult_0_l; symmetry; exact (RInt_point 0 f).
  - rewrite step, S_INR, <- (RInt_Chasles f 0 (INR k / M) ((INR k + 1) / M)) by apply integrable.
    apply (f_equal2 Rplus); [reflexivity | clear step].
    unfold tooth_point; fold M; destruct (Nat.even k).
    + assert (line := RInt_comp_lin f (/ M) (INR k / M) 0 1 (integrable _ _)).
      replace (/ M * 0 + INR k / M) with (INR k / M) in line by ring.
      replace (/ M * 1 + INR k / M) with ((INR k + 1) / M) in line by (field; lra).
      rewrite <- line; symmetry; apply (RInt_scal (fun y => f (/ M * y + INR k / M))).
      apply @ex_RInt_continuous; intros y _.
      apply (continuous_comp (fun y => / M * y + INR k / M) f); [| apply smooth].
      apply (ex_derive_continuous (fun y => / M * y + INR k / M)); auto_derive; exact I.
    + assert (line := RInt_comp_lin f (- / M) ((INR k + 1) / M) 0 1 (integrable _ _)).
      replace (- / M * 0 + (INR k + 1) / M) with ((INR k + 1) / M) in line by ring.
      replace (- / M * 1 + (INR k + 1) / M) with (INR k / M) in line by (field; lra).
      rewrite <- (opp_RInt_swap f) by apply integrable; rewrite <- line.
      rewrite (RInt_scal (fun y => f (- / M * y + (INR k + 1) / M))).
      * unfold opp, scal; simpl; unfold mult; simpl; real_equation; ring.
      * apply @ex_RInt_continuous; intros y _.
        apply (continuous_comp (fun y => - / M * y + (INR k + 1) / M) f); [| apply smooth].
        apply (ex_derive_continuous (fun y => - / M * y + (INR k + 1) / M)); auto_derive; exact I.
Qed.

End Teeth.

Lemma transport_cost_false : ~ forall m, (1 <= m)%nat -> 1 / 100 <= mean_cost m.
Proof.
  intros printed; specialize (printed 100%nat ltac:(lia)); rewrite mean_cost_eq in printed by lia.
  replace (INR 100) with 100 in printed by (simpl; ring); lra.
Qed.

Lemma pairing_with_curve m :
  (1 <= m)%nat ->
  (forall j x y, INR j / INR m <= x <= INR (S j) / INR m -> 0 <= y <= 1 ->
   INR j / INR m <= tooth_point m j y <= INR (S j) / INR m
   /\ tooth_height m j (tooth_point m j y) = y
   /\ Rabs (x - tooth_point m j y) <= 1 / INR m)
  /\ (forall f : R -> R, (forall x, continuous f x) ->
   sum m (fun j => / INR m * RInt (fun y => f (tooth_point m j y)) 0 1) = RInt f 0 1)
  /\ mean_cost m = 1 / (3 * INR m).
Proof.
  intros some; split; [intros; now apply tooth_pairing |].
  split; [| now apply mean_cost_eq]; intros f smooth; rewrite law_of_partners by assumption.
  f_equal; field; apply not_0_INR; lia.
Qed.

(** ** Images of fewer dimensions *)

(** A map that stretches by at most k sends a cube of side h into one of side 2kh√m. *)
Lemma image_of_cube m n k h (g : vector -> vector) u w :
  0 <= k -> 0 <= h ->
  (forall u w, norm n (sub (g u) (g w)) <= k * norm m (sub u w)) ->
  (forall i, (i < m)%nat -> Rabs (u i - w i) <= h) ->
  forall i, (i < n)%nat -> Rabs (g u i - g w i) <= k * h * sqrt (INR m).
Proof.
  intros k_nonneg h_nonneg lipschitz close i low.
  apply Rle_trans with (norm n (sub (g u) (g w))); [now apply (coordinate_le_norm n (sub _ _)) |].
  apply Rle_trans with (1 := lipschitz u w); rewrite Rmult_assoc.
  apply Rmult_le_compat_l; [assumption |].
  apply le_of_pow2_le; [apply Rmult_le_pos; [assumption | apply sqrt_pos] |].
  rewrite Rpow_mult_distr, pow2_sqrt, norm_pow2 by apply pos_INR.
  rewrite Rmult_comm, <- sum_const; apply sum_le; intros j j_low; unfold sub.
  rewrite <- (pow2_abs h), (Rabs_pos_eq h) by assumption.
  replace ((u j - w j) * (u j - w j)) with (Rabs (u j - w j) ^ 2) by (rewrite pow2_abs; ring).
  apply pow_incr; split; [apply Rabs_pos | now apply close].
Qed.

(** (2L/h + 1)ᵐ such cubes have a volume of at most a constant times h. *)
Lemma covering_volume_le m n k L h :
  (m < n)%nat -> 0 <= k -> 0 <= L -> 0 < h <= 1 ->
  (2 * L / h + 1) ^ m * (2 * k * h * sqrt (INR m)) ^ n
  <= (2 * L + 1) ^ m * (2 * k * sqrt (INR m)) ^ n * h.
Proof.
  intros fewer k_nonneg L_nonneg small; assert (root := sqrt_pos (INR m)).
  replace (2 * L / h + 1) with ((2 * L + h) * / h) by (field; lra).
  replace (2 * k * h * sqrt (INR m)) with (2 * k * sqrt (INR m) * h) by ring.
  rewrite !(Rpow_mult_distr _ h), Rpow_mult_distr.
  assert (powers : (/ h) ^ m * h ^ n = h ^ (n - m)).
  { replace n with (m + (n - m))%nat at 1 by lia; rewrite pow_add, <- Rmult_assoc.
    rewrite <- Rpow_mult_distr, Rinv_l, pow1 by lra; ring. }
  assert (least : h ^ (n - m) <= h).
  { replace (n - m)%nat with (S (n - m - 1)) by lia; rewrite <- tech_pow_Rmult.
    rewrite <- (Rmult_1_r h) at 3; apply Rmult_le_compat_l; [lra |].
    rewrite <- (pow1 (n - m - 1)); apply pow_incr; lra. }
  replace ((2 * L + h) ^ m * (/ h) ^ m * ((2 * k * sqrt (INR m)) ^ n * h ^ n))
    with ((2 * L + h) ^ m * (2 * k * sqrt (INR m)) ^ n * ((/ h) ^ m * h ^ n)) by ring.
  rewrite powers; assert (base : 0 <= 2 * k * sqrt (INR m)).
  { apply Rmult_le_pos; [lra | assumption]. }
  assert (constant := pow_le _ n base).
  apply Rmult_le_compat; [| apply pow_le; lra | | assumption].
  - apply Rmult_le_pos; [apply pow_le; lra | assumption].
  - apply Rmult_le_compat_r; [assumption | apply pow_incr; lra].
Qed.

Lemma covering_of_image m n k L (g : vector -> vector) :
  (m < n)%nat -> 0 <= k -> 0 <= L ->
  (forall u w, norm n (sub (g u) (g w)) <= k * norm m (sub u w)) ->
  forall h, 0 < h <= 1 ->
  (forall u w, (forall i, (i < m)%nat -> Rabs (u i - w i) <= h) ->
   forall i, (i < n)%nat -> Rabs (g u i - g w i) <= k * h * sqrt (INR m))
  /\ (2 * L / h + 1) ^ m * (2 * k * h * sqrt (INR m)) ^ n
     <= (2 * L + 1) ^ m * (2 * k * sqrt (INR m)) ^ n * h.
Proof.
  intros fewer k_nonneg L_nonneg lipschitz h small; split.
  - intros; apply (image_of_cube m n k h g u w); auto; lra.
  - now apply covering_volume_le.
Qed.
