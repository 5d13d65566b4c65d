(** One step of a Gaussian generator in ℝⁿ: Theorem C.5 and Proposition D.2. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities SymmetricMixture.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients.
Open Scope R_scope.

Fixpoint product (n : nat) (f : nat -> R) : R :=
  match n with
  | O => 1
  | S m => product m f * f m
  end.

(** The density of N(0, k² I) on ℝⁿ: the coordinates are independent. *)
Definition isotropic (n : nat) (k : R) (x : vector) : R := product n (fun i => gaussian1 0 k (x i)).

(** The paper's φ, the density of N(0, I). *)
Definition phi (n : nat) (x : vector) : R := isotropic n 1 x.

Lemma isotropic_eq (n : nat) (k : R) (x : vector) :
  0 < k -> isotropic n k x = exp (- dot n x x / (2 * k ^ 2)) / (sqrt (2 * PI) * k) ^ n.
Proof.
  intros spread; assert (root := root_pos).
  assert (scale_pos : 0 < sqrt (2 * PI) * k) by now apply Rmult_lt_0_compat.
  unfold isotropic, dot; induction n as [| m step]; simpl.
  - replace (- 0 / (2 * (k * (k * 1)))) with 0 by (unfold Rdiv; ring); rewrite exp_0; field.
  - rewrite step; unfold gaussian1.
    replace (- (sum m (fun i => x i * x i) + x m * x m) / (2 * (k * (k * 1))))
      with (- sum m (fun i => x i * x i) / (2 * k ^ 2) + - (x m - 0) ^ 2 / (2 * k ^ 2))
      by (simpl; field; repeat split; lra).
    assert (0 < (sqrt (2 * PI) * k) ^ m) by now apply pow_lt.
    rewrite exp_plus; field; repeat split; lra.
Qed.

Lemma isotropic_pos n k x : 0 < k -> 0 < isotropic n k x.
Proof.
  intros spread; rewrite isotropic_eq by assumption.
  apply Rdiv_lt_0_compat; [apply exp_pos |].
  apply pow_lt, Rmult_lt_0_compat; [apply root_pos | assumption].
Qed.

Lemma phi_pos n x : 0 < phi n x.
Proof. apply isotropic_pos; lra. Qed.

Lemma isotropic_of_phi (n : nat) (k : R) (x : vector) :
  0 < k -> isotropic n k x = phi n (scale (/ k) x) / k ^ n.
Proof.
  intros spread; unfold phi; assert (root := root_pos).
  assert (0 < k ^ n) by now apply pow_lt.
  assert (0 < sqrt (2 * PI) ^ n) by now apply pow_lt.
  rewrite !isotropic_eq by lra; rewrite dot_scale_l, dot_scale_r, Rmult_1_r, Rpow_mult_distr.
  replace (- (/ k * (/ k * dot n x x)) / (2 * 1 ^ 2)) with (- dot n x x / (2 * k ^ 2))
    by (field; lra).
  field; lra.
Qed.

Lemma phi_at_0 (n : nat) (x : vector) : same n x (fun _ => 0) -> phi n x = / sqrt (2 * PI) ^ n.
Proof.
  intros zero; unfold phi; rewrite isotropic_eq by lra.
  rewrite (dot_ext n x (fun _ => 0) x (fun _ => 0)) by assumption.
  unfold dot; rewrite (sum_ext _ _ (fun _ => 0)), sum_zero by (intros; ring).
  replace (- 0 / (2 * 1 ^ 2)) with 0 by field; rewrite exp_0, Rmult_1_r.
  unfold Rdiv; now rewrite Rmult_1_l.
Qed.

(** n = 2, k = 2, at the origin. *)
Lemma isotropic_printed_false :
  ~ forall (n : nat) (k : R) (x : vector), (1 <= n)%nat -> 0 < k ->
    isotropic n k x = phi n (scale (/ k) x) / k.
Proof.
  intros printed; specialize (printed 2%nat 2 (fun _ => 0) ltac:(lia) ltac:(lra)).
  rewrite isotropic_of_phi in printed by lra.
  generalize (phi_pos 2 (scale (/ 2) (fun _ => 0))); intros; lra.
Qed.

(** ** Gradients *)

Lemma is_gradient_square_norm (n : nat) (x : vector) :
  is_gradient n (fun y => dot n y y) x (scale 2 x).
Proof.
  apply is_gradient_ext with (fun j => sum n (fun i => add (scale (x i) (unit i))
    (scale (x i) (unit i)) j)).
  - intros j inside; rewrite (sum_ext _ _ (fun i => 2 * (unit j i * x i))).
    + rewrite sum_scal; fold (dot n (unit j) x); rewrite dot_unit_l by assumption.
      unfold scale; ring.
    + intros i _; unfold add, scale, unit.
      destruct (Nat.eq_dec j i), (Nat.eq_dec i j); try congruence; ring.
  - apply (is_gradient_sum n x n (fun i y => y i * y i)).
    intros i inside; apply (is_gradient_mult n x (fun y => y i) (fun y => y i));
      now apply is_gradient_coordinate.
Qed.

Lemma is_gradient_isotropic (n : nat) (k : R) (x : vector) :
  0 < k -> is_gradient n (isotropic n k) x (scale (- (isotropic n k x / k ^ 2)) x).
Proof.
  intros spread; assert (root := root_pos).
  set (c := (sqrt (2 * PI) * k) ^ n).
  assert (c_pos : 0 < c) by (apply pow_lt, Rmult_lt_0_compat; assumption).
  apply (is_gradient_of_near n x (fun y => exp (- dot n y y / (2 * k ^ 2)) / c) _ _ 1); [lra | |].
  - intros y _; symmetry; now apply isotropic_eq.
  - apply is_gradient_ext with
      (scale (- / (2 * k ^ 2) * (exp (- dot n x x / (2 * k ^ 2)) / c)) (scale 2 x)).
    + intros i _; rewrite isotropic_eq by assumption; fold c; unfold scale; field; lra.
    + apply (is_gradient_comp_line n x (fun u => exp (- u / (2 * k ^ 2)) / c)
        (fun y => dot n y y)); [| apply is_gradient_square_norm].
      auto_derive; [nra |].
      match goal with |- context [exp ?e] =>
        replace e with (- dot n x x / (2 * k ^ 2)) by (field; lra) end.
      field; lra.
Qed.

Lemma is_gradient_phi (n : nat) (x : vector) : is_gradient n (phi n) x (scale (- phi n x) x).
Proof.
  apply is_gradient_ext with (scale (- (isotropic n 1 x / 1 ^ 2)) x).
  - intros i _; unfold scale, phi; field.
  - apply is_gradient_isotropic; lra.
Qed.

(** x ↦ φ(x/k). *)
Lemma is_gradient_phi_scaled (n : nat) (k : R) (x : vector) :
  0 < k ->
  is_gradient n (fun y => phi n (scale (/ k) y)) x
    (scale (- (phi n (scale (/ k) x) / k ^ 2)) x).
Proof.
  intros spread; assert (power : 0 < k ^ n) by now apply pow_lt.
  apply (is_gradient_of_near n x (fun y => k ^ n * isotropic n k y) _ _ 1); [lra | |].
  - intros y _; rewrite isotropic_of_phi by assumption; field; lra.
  - apply is_gradient_ext with (scale (k ^ n) (scale (- (isotropic n k x / k ^ 2)) x)).
    + intros i _; rewrite isotropic_of_phi by assumption; unfold scale; field; lra.
    + now apply is_gradient_scal, is_gradient_isotropic.
Qed.

(** (u/v) by u · (1/v). *)
Lemma is_gradient_quotient (n : nat) (u v : vector -> R) (x A C : vector) :
  v x <> 0 -> is_gradient n u x A -> is_gradient n v x C ->
  is_gradient n (fun y => u y / v y) x (scale (/ v x ^ 2) (sub (scale (v x) A) (scale (u x) C))).
Proof.
  intros nonzero u_is v_is.
  apply is_gradient_ext with (add (scale (/ v x) A) (scale (u x) (scale (- / v x ^ 2) C))).
  - intros i _; unfold add, sub, scale; field; assumption.
  - apply (is_gradient_mult n x u (fun y => / v y)); [assumption |].
    apply (is_gradient_comp_line n x Rinv v); [| assumption].
    evar_last; [apply is_derive_inv; [apply @is_derive_id | assumption] |].
    unfold one; simpl; field; assumption.
Qed.

(** The two lines of the proofs, for the ratio with any factor in front. *)
Lemma ratio_gradient_lines (n : nat) (c k kstar : R) (x : vector) :
  0 < k -> 0 < kstar ->
  let u y := phi n (scale (/ kstar) y) in
  let v y := phi n (scale (/ k) y) in
  exists A C, is_gradient n u x A /\ is_gradient n v x C
  /\ let G := scale (c / v x ^ 2) (sub (scale (v x) A) (scale (u x) C)) in
     is_gradient n (fun y => c * (u y / v y)) x G
     /\ same n G (scale (c * (1 / k ^ 2 - 1 / kstar ^ 2) * (u x / v x)) x).
Proof.
  intros k_pos star_pos u v.
  exists (scale (- (u x / kstar ^ 2)) x), (scale (- (v x / k ^ 2)) x).
  assert (u_is : is_gradient n u x (scale (- (u x / kstar ^ 2)) x))
    by now apply is_gradient_phi_scaled.
  assert (v_is : is_gradient n v x (scale (- (v x / k ^ 2)) x))
    by now apply is_gradient_phi_scaled.
  assert (v_pos : 0 < v x) by apply phi_pos.
  split; [assumption | split; [assumption | split]].
  - eapply is_gradient_ext; cycle 1.
    + apply is_gradient_scal, is_gradient_quotient; [| exact u_is | exact v_is]; lra.
    + intros i _; unfold scale, sub; field; lra.
  - intros i _; unfold scale, sub; field; lra.
Qed.

(** ** The step *)

(** The ratio of p_data to p_g at k x0, as it should be. *)
Definition mode_ratio (n : nat) (kstar k : R) (x0 : vector) : R :=
  (k / kstar) ^ n * (phi n (scale (k / kstar) x0) / phi n x0).

(** The printed one. *)
Definition printed_ratio (n : nat) (kstar k : R) (x0 : vector) : R :=
  k * phi n (scale (k / kstar) x0) / (kstar * phi n x0).

(** The weight of the discriminator r/(r + f(r)) at the ratio r. *)
Definition weight (f : R -> R) (r : R) : R := (f r - r * Derive f r) / (r + f r).

(** The step of Proposition D.2 as printed and as it should be. *)
Definition printed_step (f : R -> R) (n : nat) (kstar s : R) (x0 : vector) (k : R) : R :=
  k + s * (1 / k ^ 2 - 1 / kstar ^ 2) * weight f (printed_ratio n kstar k x0).
Definition mode_step (f : R -> R) (n : nat) (kstar s : R) (x0 : vector) (k : R) : R :=
  k + s * k * (1 / k ^ 2 - 1 / kstar ^ 2) * weight f (mode_ratio n kstar k x0).

(** The same for the optimal discriminator: Theorem C.5. *)
Definition printed_optimal_step (n : nat) (kstar s : R) (x0 : vector) (k : R) : R :=
  k + s * (1 / k ^ 2 - 1 / kstar ^ 2) * (1 / (1 + printed_ratio n kstar k x0)).
Definition optimal_step (n : nat) (kstar s : R) (x0 : vector) (k : R) : R :=
  k + s * k * (1 / k ^ 2 - 1 / kstar ^ 2) * (1 / (1 + mode_ratio n kstar k x0)).

Lemma ratio_pos n kstar k x0 :
  0 < kstar -> 0 < k -> 0 < mode_ratio n kstar k x0 /\ 0 < printed_ratio n kstar k x0.
Proof.
  intros; assert (0 < phi n (scale (k / kstar) x0)) by apply phi_pos.
  assert (0 < phi n x0) by apply phi_pos; split.
  - apply Rmult_lt_0_compat; [apply pow_lt |]; now apply Rdiv_lt_0_compat.
  - apply Rdiv_lt_0_compat; now apply Rmult_lt_0_compat.
Qed.

Lemma weight_optimal (r : R) : weight (fun _ => 1) r = 1 / (1 + r).
Proof.
  unfold weight; rewrite Derive_const; rewrite (Rplus_comm r); unfold Rdiv; ring.
Qed.

Lemma optimal_step_eq n kstar s x0 k :
  mode_step (fun _ => 1) n kstar s x0 k = optimal_step n kstar s x0 k
  /\ printed_step (fun _ => 1) n kstar s x0 k = printed_optimal_step n kstar s x0 k.
Proof.
  unfold mode_step, optimal_step, printed_step, printed_optimal_step.
  now rewrite !weight_optimal.
Qed.

Section Step.

Variables (n : nat) (kstar k s : R) (x0 : vector).
Hypotheses (star_pos : 0 < kstar) (k_pos : 0 < k).

(** p_data = N(0, kstar² I) and p_g = N(0, k² I), the law of kz. *)
Let p := isotropic n kstar.
Let q := isotropic n k.
Let r x := p x / q x.

Lemma ratio_eq x : r x = (k / kstar) ^ n * (phi n (scale (/ kstar) x) / phi n (scale (/ k) x)).
Proof.
  unfold r, p, q; rewrite !isotropic_of_phi by assumption.
  assert (0 < k ^ n) by now apply pow_lt.
  assert (0 < kstar ^ n) by now apply pow_lt.
  assert (0 < phi n (scale (/ k) x)) by apply phi_pos.
  unfold Rdiv at 4; rewrite Rpow_mult_distr, pow_inv; field; lra.
Qed.

Lemma phi_ext x y : same n x y -> phi n x = phi n y.
Proof.
  intros equal; unfold phi; rewrite !isotropic_eq by lra.
  now rewrite (dot_ext n x y x y).
Qed.

Lemma ratio_at_particle : r (scale k x0) = mode_ratio n kstar k x0.
Proof.
  rewrite ratio_eq; unfold mode_ratio.
  rewrite (phi_ext (scale (/ kstar) (scale k x0)) (scale (k / kstar) x0)),
    (phi_ext (scale (/ k) (scale k x0)) x0); [reflexivity | |];
    intros i _; unfold scale; field; lra.
Qed.

Lemma is_gradient_ratio x : is_gradient n r x (scale (r x * (1 / k ^ 2 - 1 / kstar ^ 2)) x).
Proof.
  destruct (ratio_gradient_lines n ((k / kstar) ^ n) k kstar x k_pos star_pos)
    as [A [C [_ [_ [is equal]]]]].
  apply (is_gradient_of_near n x (fun y => (k / kstar) ^ n
    * (phi n (scale (/ kstar) y) / phi n (scale (/ k) y))) _ _ 1); [lra | |].
  - intros y _; symmetry; apply ratio_eq.
  - eapply is_gradient_ext; [| exact is].
    intros i inside; rewrite equal by assumption; rewrite ratio_eq; unfold scale; ring.
Qed.

(** The particle at k x0 goes to k′ x0 under d = p/(p + f(r)·q), r = p/q. *)
Lemma particle_step (f : R -> R) :
  ex_derive f (mode_ratio n kstar k x0) ->
  mode_ratio n kstar k x0 + f (mode_ratio n kstar k x0) <> 0 ->
  let d x := p x / (p x + f (p x / q x) * q x) in
  exists G, is_gradient n d (scale k x0) G
  /\ same n (add (scale k x0) (scale (s / d (scale k x0)) G))
       (scale (mode_step f n kstar s x0 k) x0).
Proof.
  intros f_smooth regular d; set (x := scale k x0); set (y := mode_ratio n kstar k x0) in *.
  assert (r_x : r x = y) by apply ratio_at_particle.
  assert (r_pos : 0 < y) by (apply ratio_pos; assumption).
  assert (form : forall z, d z = r z / (r z + f (r z))).
  { intros z; unfold d, r; assert (0 < p z) by now apply isotropic_pos.
    assert (0 < q z) by now apply isotropic_pos.
    destruct (Req_dec (p z + f (p z / q z) * q z) 0) as [zero | some].
    - rewrite zero; replace (p z / q z + f (p z / q z)) with (0 / q z)
        by (rewrite <- zero; field; lra).
      unfold Rdiv; rewrite Rmult_0_l, Rinv_0; ring.
    - field; repeat split; lra. }
  set (slope := ((y + f y) - y * (1 + Derive f y)) / (y + f y) ^ 2).
  exists (scale slope (scale (y * (1 / k ^ 2 - 1 / kstar ^ 2)) x)); split.
  - apply (is_gradient_of_near n x (fun z => r z / (r z + f (r z))) _ _ 1);
      [lra | intros; symmetry; apply form |].
    apply (is_gradient_comp_line n x (fun u => u / (u + f u)) r);
      [| rewrite <- r_x; apply is_gradient_ratio].
    rewrite r_x; unfold slope; evar_last.
    + apply (is_derive_div (fun u => u) (fun u => u + f u)); [apply @is_derive_id | | assumption].
      apply (is_derive_plus (fun u => u) f); [apply @is_derive_id | now apply Derive_correct].
    + unfold plus, one; simpl; field; assumption.
  - intros i _; rewrite form, r_x; unfold slope, mode_step, weight, add, x, scale; fold y.
    field; repeat split; lra.
Qed.

End Step.
