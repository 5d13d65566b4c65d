(** The density of the data in space, and densities of images. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Extremes.
From Steepness Require Import Missing.NormalDistribution Missing.NormalLaw.
From Steepness Require Import LineMixture LineSteepness QuantileTransform SpaceSteepness.
From Steepness Require Import SpaceSteepnessProof.
Open Scope R_scope.

(** The equal mixture of N(xᵢ, s²·I) in n dimensions. *)
Definition space_density (n N : nat) (x : nat -> vector) (s : R) (y : vector) : R :=
  / INR N * (sum N (fun i => exp (- EuclideanSpace.norm n (sub y (x i)) ^ 2 / (2 * s ^ 2)))
    / sqrt (2 * PI * s ^ 2) ^ n).

Section Density.

Variables (n N : nat) (x : nat -> vector) (s : R).
Hypotheses (some : (1 <= N)%nat) (s_pos : 0 < s).

Notation front := (sqrt (2 * PI * s ^ 2) ^ n).

Lemma front_pos : 0 < front.
Proof.
  apply pow_lt, sqrt_lt_R0; generalize PI_RGT_0; intros.
  apply Rmult_lt_0_compat; [lra | now apply pow_lt].
Qed.

Lemma modes_pos : 0 < INR N.
Proof. apply lt_0_INR; lia. Qed.

Lemma space_density_pos y : 0 < space_density n N x s y.
Proof.
  assert (f_pos := front_pos); assert (N_pos := modes_pos).
  apply Rmult_lt_0_compat; [now apply Rinv_0_lt_compat |].
  apply Rdiv_lt_0_compat; [| assumption].
  apply (sum_pos N _ 0); [intros; left; apply exp_pos | lia | apply exp_pos].
Qed.

(** 1/p(λx̄) ≥ (2πs²)^(n/2)·min over i of exp(‖λx̄ - xᵢ‖²/2s²). *)
Lemma reciprocal_density_ge y :
  front * least N (fun i => exp (EuclideanSpace.norm n (sub y (x i)) ^ 2 / (2 * s ^ 2)))
    <= / space_density n N x s y.
Proof.
  assert (f_pos := front_pos); assert (N_pos := modes_pos); assert (p_pos := space_density_pos y).
  set (e := fun i => exp (EuclideanSpace.norm n (sub y (x i)) ^ 2 / (2 * s ^ 2))).
  destruct (least_attained N e some) as [i [inside least_is]].
  assert (least_pos : 0 < least N e) by (rewrite least_is; apply exp_pos).
  rewrite <- (Rinv_inv (front * least N e)); apply Rinv_le_contravar; [assumption |].
  unfold space_density.
  replace (/ (front * least N e)) with (/ INR N * (INR N * / least N e / front)) by (field; lra).
  apply Rmult_le_compat_l; [left; now apply Rinv_0_lt_compat |].
  apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat |].
  rewrite <- sum_const; apply sum_le; intros j j_in.
  replace (- EuclideanSpace.norm n (sub y (x j)) ^ 2 / (2 * s ^ 2))
    with (- (EuclideanSpace.norm n (sub y (x j)) ^ 2 / (2 * s ^ 2))) by (field; lra).
  rewrite exp_Ropp; apply Rinv_le_contravar; [assumption | now apply (least_le N e)].
Qed.

(** Points that are D or more from every mode are rare. *)
Lemma density_le_far y D :
  0 <= D -> (forall i, (i < N)%nat -> D <= EuclideanSpace.norm n (sub y (x i))) ->
  space_density n N x s y <= exp (- D ^ 2 / (2 * s ^ 2)) / front.
Proof.
  intros nonneg far; assert (f_pos := front_pos); assert (N_pos := modes_pos).
  unfold space_density; replace (exp (- D ^ 2 / (2 * s ^ 2)) / front)
    with (/ INR N * (INR N * exp (- D ^ 2 / (2 * s ^ 2)) / front)) by (field; lra).
  apply Rmult_le_compat_l; [left; now apply Rinv_0_lt_compat |].
  apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat |].
  rewrite <- sum_const; apply sum_le; intros i inside; apply exp_le.
  assert (s2 : 0 < 2 * s ^ 2) by nra; specialize (far i inside).
  apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | nra].
Qed.

(** Jensen's inequality for exp. *)
Lemma exp_mean_le (a : nat -> R) :
  INR N * exp (sum N a / INR N) <= sum N (fun i => exp (a i)).
Proof.
  assert (N_pos := modes_pos); set (m := sum N a / INR N).
  apply Rle_trans with (sum N (fun i => exp m * (1 - m) + exp m * a i)).
  - right; rewrite sum_plus, sum_const, sum_scal.
    replace (sum N a) with (INR N * m) by (unfold m; field; lra); ring.
  - apply sum_le; intros i _; replace (a i) with (m + (a i - m)) at 2 by ring; rewrite exp_plus.
    assert (line := exp_ineq1_le (a i - m)); assert (positive := exp_pos m).
    replace (exp m * (1 - m) + exp m * a i) with (exp m * (1 + (a i - m))) by ring.
    apply Rmult_le_compat_l; lra.
Qed.

(** The squared distances of λx̄ from the modes, together. *)
Lemma sum_distances l :
  sum N (fun i => EuclideanSpace.norm n (sub (scale l (mean N x)) (x i)) ^ 2)
    = sum N (fun i => dot n (x i) (x i))
      + INR N * (l ^ 2 - 2 * l) * dot n (mean N x) (mean N x).
Proof.
  assert (N_pos := modes_pos).
  rewrite (sum_ext N _ (fun i => (l ^ 2 * dot n (mean N x) (mean N x) + dot n (x i) (x i))
    - 2 * l * dot n (mean N x) (x i))).
  - rewrite sum_minus, sum_plus, sum_const, sum_scal.
    assert (centre : sum N (fun i => dot n (mean N x) (x i))
      = INR N * dot n (mean N x) (mean N x)).
    { unfold dot; rewrite sum_exchange, <- sum_scal; apply sum_ext; intros j _.
      rewrite sum_scal; unfold mean; field; lra. }
    rewrite centre; ring.
  - intros i _; rewrite norm_pow2, dot_sub_l, !dot_sub_r, !dot_scale_l, !dot_scale_r.
    rewrite (dot_comm n (x i)); ring.
Qed.

(** The point of the closed ball of radius R = 2·max‖xᵢ‖ that is farthest from its nearest mode is
    rarer than λx̄, for λ in [0, 2]. *)
Lemma density_at_farthest_le y l :
  (1 <= n)%nat -> 0 <= l <= 2 ->
  let R := 2 * greatest N (fun i => EuclideanSpace.norm n (x i)) in
  (forall u, EuclideanSpace.norm n u <= R ->
    least N (fun i => EuclideanSpace.norm n (sub u (x i)))
      <= least N (fun i => EuclideanSpace.norm n (sub y (x i)))) ->
  space_density n N x s y <= space_density n N x s (scale l (mean N x)).
Proof.
  intros plane l_in R farthest; set (top := greatest N (fun i => EuclideanSpace.norm n (x i))) in *.
  assert (f_pos := front_pos); assert (N_pos := modes_pos).
  assert (top_ge : forall i, (i < N)%nat -> EuclideanSpace.norm n (x i) <= top)
    by exact (greatest_ge N (fun i => EuclideanSpace.norm n (x i))).
  assert (top_nonneg : 0 <= top)
    by (apply Rle_trans with (2 := top_ge 0%nat ltac:(lia)), norm_nonneg).
  set (edge := scale R (unit 0)).
  assert (edge_size : EuclideanSpace.norm n edge = R).
  { unfold edge; rewrite norm_scale, norm_unit, Rabs_pos_eq by (lia || unfold R; lra); ring. }
  assert (edge_far : forall i, (i < N)%nat -> top <= EuclideanSpace.norm n (sub edge (x i))).
  { intros i inside; assert (triangle := norm_add_le n (sub edge (x i)) (x i)).
    rewrite (norm_ext n (add (sub edge (x i)) (x i)) edge) in triangle
      by (intros j _; unfold add, sub; ring).
    generalize (top_ge i inside); rewrite edge_size in triangle; unfold R in triangle; lra. }
  assert (y_far : forall i, (i < N)%nat -> top <= EuclideanSpace.norm n (sub y (x i))).
  { intros i inside.
    apply Rle_trans with (2 := least_le N (fun i => EuclideanSpace.norm n (sub y (x i))) i inside).
    apply Rle_trans with (2 := farthest edge ltac:(lra)).
    destruct (least_attained N (fun i => EuclideanSpace.norm n (sub edge (x i))) some)
      as [j [j_in ->]]; now apply edge_far. }
  apply Rle_trans with (1 := density_le_far y top top_nonneg y_far).
  unfold space_density; set (a := fun i =>
    - EuclideanSpace.norm n (sub (scale l (mean N x)) (x i)) ^ 2 / (2 * s ^ 2)).
  assert (jensen := exp_mean_le a).
  assert (s2 : 0 < 2 * s ^ 2) by nra.
  assert (average : - top ^ 2 / (2 * s ^ 2) <= sum N a / INR N).
  { apply -> Rle_div_r; [| lra].
    assert (a_sum : sum N a = - / (2 * s ^ 2) * sum N (fun i =>
      EuclideanSpace.norm n (sub (scale l (mean N x)) (x i)) ^ 2)).
    { rewrite <- sum_scal; apply sum_ext; intros; unfold a; field; lra. }
    rewrite a_sum, sum_distances.
    assert (sizes : sum N (fun i => dot n (x i) (x i)) <= INR N * top ^ 2).
    { rewrite <- sum_const; apply sum_le; intros i inside; rewrite <- norm_pow2.
      apply pow_incr; split; [apply norm_nonneg | now apply top_ge]. }
    assert (middle := dot_self_nonneg n (mean N x)).
    assert (0 <= INR N * (2 * l - l ^ 2) * dot n (mean N x) (mean N x)).
    { apply Rmult_le_pos; [apply Rmult_le_pos; nra | assumption]. }
    assert (inverse : 0 < / (2 * s ^ 2)) by now apply Rinv_0_lt_compat.
    replace (- top ^ 2 / (2 * s ^ 2) * INR N) with (- / (2 * s ^ 2) * (INR N * top ^ 2))
      by (field; lra).
    apply Rmult_le_compat_neg_l; lra. }
  apply Rle_trans with (/ INR N * (INR N * exp (sum N a / INR N) / front)).
  - replace (/ INR N * (INR N * exp (sum N a / INR N) / front)) with (exp (sum N a / INR N) / front)
      by (field; lra).
    apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | now apply exp_le].
  - apply Rmult_le_compat_l; [left; now apply Rinv_0_lt_compat |].
    apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | exact jensen].
Qed.

End Density.

(** ** The density of an image *)

(** X ~ N(1, 1) and Y = X², whose density at 1 is the derivative of P(Y ≤ y) there: (φ(0) + φ(2))/2,
    and not twice the term of x = 1. *)
Lemma image_density_printed_false P :
  normal_law P ->
  is_derive (fun y => P (fun z => (1 + z) ^ 2 <= y)) 1 (phi 0 / 2 + phi 2 / 2)
  /\ phi 0 / 2 + phi 2 / 2 <> phi 0 / 2 + phi 0 / 2.
Proof.
  intros law; split.
  - apply (is_derive_ext_loc (fun y => Phi (sqrt y - 1) - Phi (- sqrt y - 1))).
    + exists (mkposreal 1 Rlt_0_1); intros y near.
      assert (y_pos : 0 < y) by (change (Rabs (y - 1) < 1) in near; apply Rabs_lt_between in near;
        lra).
      assert (root := sqrt_pos y); assert (square := pow2_sqrt y ltac:(lra)).
      rewrite <- (law_interval P law) by lra; apply (law_ext P law); intros z; split.
      * intros [low high]; nra.
      * intros small; split; apply Rnot_lt_le; intros outside; nra.
    + apply (is_derive_value _ _ (/ 2 * phi (sqrt 1 - 1) - - / 2 * phi (- sqrt 1 - 1))).
      * apply (is_derive_minus (fun y => Phi (sqrt y - 1)) (fun y => Phi (- sqrt y - 1))).
        -- apply (is_derive_comp Phi (fun y => sqrt y - 1)); [apply is_derive_Phi |].
           auto_derive; [lra | rewrite sqrt_1; field].
        -- apply (is_derive_comp Phi (fun y => - sqrt y - 1)); [apply is_derive_Phi |].
           auto_derive; [lra | rewrite sqrt_1; field].
      * rewrite sqrt_1; replace (1 - 1) with 0 by ring; replace (-(1) - 1) with (- (2)) by ring.
        rewrite phi_opp; field.
  - intros same; assert (less : phi 2 < phi 0); [| lra].
    unfold phi; apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat, sqrt_2PI_pos |].
    apply exp_increasing; lra.
Qed.

Lemma uniform_mass_from U a : is_law uniform_cdf U -> 0 < a < 1 -> U (fun y => a <= y) = 1 - a.
Proof.
  intros law inside; rewrite (law_cut U law _ a).
  rewrite (law_ext U law (fun y => a <= y /\ a < y) (fun y => a < y)) by (intros; lra).
  rewrite (law_above U law), uniform_cdf_between by lra.
  assert (point : U (fun y => a <= y /\ y <= a) = 0); [| lra].
  apply Rle_antisym; [| apply (law_nonneg U law)]; apply Rnot_lt_le; intros some.
  set (p := U (fun y => a <= y /\ y <= a)) in *; set (e := Rmin p a / 2).
  assert (least := Rmin_l p a); assert (least' := Rmin_r p a).
  assert (positive : 0 < Rmin p a) by (apply Rmin_glb_lt; lra).
  assert (part : p <= U (fun y => a - e < y <= a))
    by (apply (law_le U law); intros; unfold e; lra).
  rewrite (law_half_open U law), !uniform_cdf_between in part by (unfold e; lra).
  unfold e in part; lra.
Qed.

(** A tent with its peak at 1/4 preserves the uniform law, whose density is 1; the term of y = 1/8,
    taken once for each branch, gives 1/4 + 1/4. *)
Definition tent (y : R) : R := if Rlt_dec y (1 / 4) then 4 * y else 4 / 3 * (1 - y).

Lemma branches_printed_false U :
  is_law uniform_cdf U ->
  (forall t, 0 < t < 1 -> U (fun y => tent y <= t) = t)
  /\ is_derive tent (1 / 8) 4 /\ tent (5 / 8) = tent (1 / 8) /\ / 4 + / 4 <> 1.
Proof.
  intros law; split; [| split; [| split]].
  - intros t inside; rewrite (law_cut U law _ (1 / 4)).
    rewrite (law_ext U law (fun y => tent y <= t /\ y <= 1 / 4) (fun y => y <= t / 4)).
    + rewrite (law_ext U law (fun y => tent y <= t /\ 1 / 4 < y) (fun y => 1 - 3 / 4 * t <= y)).
      * rewrite (law_below U law), uniform_cdf_between by lra.
        rewrite (uniform_mass_from U) by (assumption || lra); field.
      * intros y; unfold tent; destruct (Rlt_dec y (1 / 4)); split; intros; lra.
    + intros y; unfold tent; destruct (Rlt_dec y (1 / 4)); split; intros; lra.
  - apply (is_derive_ext_loc (fun y => 4 * y)); [| auto_derive; auto; ring].
    exists (mkposreal (1 / 8) ltac:(lra)); intros y near.
    change (Rabs (y - 1 / 8) < 1 / 8) in near; apply Rabs_lt_between in near.
    unfold tent; destruct (Rlt_dec y (1 / 4)); lra.
  - unfold tent; destruct (Rlt_dec (5 / 8) (1 / 4)), (Rlt_dec (1 / 8) (1 / 4)); lra.
  - lra.
Qed.
