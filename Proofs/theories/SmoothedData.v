(** Smoothed data: the mean of N Gaussians is a probability density; and masses of rectangles. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import Densities.
Open Scope R_scope.

(** The density of assumption 2.1: the mean of N(x 0, s² I), …, N(x (N - 1), s² I) on ℝⁿ. *)
Definition smoothed (n N : nat) (s : R) (x : nat -> vector) (y : vector) : R :=
  / INR N * sum N (fun i => Rpower (2 * PI * s ^ 2) (- INR n / 2)
    * exp (- dot n (sub y (x i)) (sub y (x i)) / (2 * s ^ 2))).

(** On the line, and the mean of the normal distribution functions. *)
Definition smoothed_on_line (N : nat) (s : R) (x : nat -> R) (y : R) : R :=
  / INR N * sum N (fun i => gaussian1 (x i) s y).

Definition smoothed_cdf (N : nat) (s : R) (x : nat -> R) (y : R) : R :=
  / INR N * sum N (fun i => Phi ((y - x i) / s)).

Fixpoint product_below (n : nat) (f : nat -> R) : R :=
  match n with
  | O => 1
  | S k => product_below k f * f k
  end.

Lemma gaussian1_of_phi m s y : 0 < s -> gaussian1 m s y = / s * phi ((y - m) / s).
Proof.
  intros positive; assert (root := sqrt_2PI_pos); unfold gaussian1, phi.
  replace (- ((y - m) / s) ^ 2 / 2) with (- (y - m) ^ 2 / (2 * s ^ 2)) by (field; lra); field; lra.
Qed.

Lemma is_derive_scaled_Phi m s (y : R) :
  0 < s -> is_derive (fun u => Phi ((u - m) / s)) y (gaussian1 m s y).
Proof.
  intros positive; rewrite gaussian1_of_phi by assumption; evar_last.
  - apply (is_derive_comp Phi (fun u => (u - m) / s)); [apply is_derive_Phi |].
    auto_derive; [exact I | reflexivity].
  - unfold scal; simpl; unfold mult; simpl; unfold Rdiv; ring.
Qed.

Lemma is_derive_sum_of (N : nat) (f : nat -> R -> R) (f' : nat -> R) (y : R) :
  (forall i, is_derive (f i) y (f' i)) -> is_derive (fun u => sum N (fun i => f i u)) y (sum N f').
Proof.
  intros each; induction N as [| N step]; simpl; [apply @is_derive_const |].
  now apply @is_derive_plus.
Qed.

Lemma mean_of_constant N k : (0 < N)%nat -> / INR N * (INR N * k) = k.
Proof. intros some; apply lt_0_INR in some; field; lra. Qed.

Lemma bell_small e : 0 < e -> exists b, 0 < b /\ forall z, b <= z -> exp (- z ^ 2 / 2) <= e.
Proof.
  intros positive; exists (2 / e + 1).
  assert (0 < 2 / e) by (apply Rdiv_lt_0_compat; lra); split; [lra |]; intros z far.
  replace (- z ^ 2 / 2) with (- (z ^ 2 / 2)) by field.
  apply Rle_trans with (1 := exp_opp_le (z ^ 2 / 2) ltac:(nra)).
  replace e with (/ (/ e)) by (apply Rinv_inv).
  apply Rinv_le_contravar; [now apply Rinv_0_lt_compat |].
  replace (2 / e) with (2 * / e) in far by (unfold Rdiv; ring); nra.
Qed.

(** The distribution function comes as near to 0 and 1 as one likes. *)
Lemma smoothed_cdf_limits N s x e :
  (0 < N)%nat -> 0 < s -> 0 < e ->
  exists b, forall y, (y <= - b -> smoothed_cdf N s x y <= e)
  /\ (b <= y -> 1 - e <= smoothed_cdf N s x y).
Proof.
  intros some s_pos e_pos; destruct (bell_small e e_pos) as [b [b_pos small]].
  assert (reach : exists m, 0 <= m /\ forall i, (i < N)%nat -> Rabs (x i) <= m).
  { clear some; induction N as [| N [m [m_nonneg each]]].
    - exists 0; split; [lra | intros; lia].
    - exists (m + Rabs (x N)); assert (0 <= Rabs (x N)) by apply Rabs_pos; split; [lra |].
      intros i inside; destruct (Nat.eq_dec i N) as [-> |]; [lra |].
      assert (Rabs (x i) <= m) by (apply each; lia); lra. }
  destruct reach as [m [m_nonneg each]]; exists (m + s * b); intros y.
  assert (invert : 0 < / s) by now apply Rinv_0_lt_compat.
  assert (apart : forall i, (i < N)%nat -> - m <= x i <= m).
  { intros i inside; apply Rabs_le_between; now apply each. }
  unfold smoothed_cdf; split; intros far.
  - rewrite <- (mean_of_constant N e some).
    apply Rmult_le_compat_l; [left; apply Rinv_0_lt_compat, lt_0_INR; assumption |].
    rewrite <- sum_const; apply sum_le; intros i inside; specialize (apart i inside).
    set (z := (x i - y) / s); assert (z_ge : b <= z).
    { apply (Rmult_le_reg_r s); [assumption |]; unfold z, Rdiv.
      rewrite Rmult_assoc, Rinv_l by lra; lra. }
    replace ((y - x i) / s) with (- z) by (unfold z; field; lra); rewrite Phi_opp.
    destruct (Phi_near_1 z) as [_ near]; [lra |]; eapply Rle_trans; [exact near | now apply small].
  - rewrite <- (mean_of_constant N (1 - e) some).
    apply Rmult_le_compat_l; [left; apply Rinv_0_lt_compat, lt_0_INR; assumption |].
    rewrite <- sum_const; apply sum_le; intros i inside; specialize (apart i inside).
    set (z := (y - x i) / s); assert (z_ge : b <= z).
    { apply (Rmult_le_reg_r s); [assumption |]; unfold z, Rdiv.
      rewrite Rmult_assoc, Rinv_l by lra; lra. }
    destruct (Phi_near_1 z) as [_ near]; [lra |]; assert (h := small z z_ge).
    assert (1 - Phi z <= e) by (eapply Rle_trans; [exact near | exact h]); lra.
Qed.

(** A term in n dimensions is a product of terms on the line. *)
Lemma term_product n s x y :
  0 < s ->
  Rpower (2 * PI * s ^ 2) (- INR n / 2) * exp (- dot n (sub y x) (sub y x) / (2 * s ^ 2))
  = product_below n (fun j => gaussian1 (x j) s (y j)).
Proof.
  intros positive; generalize PI_RGT_0; intros.
  assert (square : 0 < 2 * PI * s ^ 2) by (apply Rmult_lt_0_compat; [lra | nra]).
  assert (one : forall u v, gaussian1 u s v
    = Rpower (2 * PI * s ^ 2) (- (1) / 2) * exp (- (v - u) ^ 2 / (2 * s ^ 2))).
  { intros u v; unfold gaussian1; f_equal.
    replace (- (1) / 2) with (- / 2) by field; rewrite Rpower_Ropp, Rpower_sqrt by assumption.
    f_equal; rewrite (sqrt_mult (2 * PI) (s ^ 2)), sqrt_pow2 by nra; reflexivity. }
  induction n as [| n step]; unfold dot in *; simpl sum; simpl product_below.
  - replace (- INR 0 / 2) with 0 by (simpl; field); rewrite Rpower_O by assumption.
    replace (- 0 / (2 * s ^ 2)) with 0 by (field; lra); rewrite exp_0; ring.
  - rewrite <- step, one, S_INR.
    replace (- (INR n + 1) / 2) with (- INR n / 2 + - (1) / 2) by field; rewrite Rpower_plus.
    replace (- (sum n (fun i => sub y x i * sub y x i) + sub y x n * sub y x n) / (2 * s ^ 2))
      with (- sum n (fun i => sub y x i * sub y x i) / (2 * s ^ 2)
        + - (y n - x n) ^ 2 / (2 * s ^ 2)) by (unfold sub; field; lra).
    rewrite exp_plus; ring.
Qed.

Lemma smoothed_is_density N s :
  (0 < N)%nat -> 0 < s ->
  (forall (x : nat -> R) y, 0 < smoothed_on_line N s x y
    /\ is_derive (smoothed_cdf N s x) y (smoothed_on_line N s x y))
  /\ (forall (x : nat -> R) e, 0 < e ->
      exists b, forall y, (y <= - b -> smoothed_cdf N s x y <= e)
      /\ (b <= y -> 1 - e <= smoothed_cdf N s x y))
  /\ (forall n x y, smoothed n N s x y
      = / INR N * sum N (fun i => product_below n (fun j => gaussian1 (x i j) s (y j)))).
Proof.
  intros some positive; split; [| split].
  - intros x y; assert (0 < / INR N) by (apply Rinv_0_lt_compat, lt_0_INR; assumption); split.
    + apply Rmult_lt_0_compat; [assumption |].
      destruct N as [| N]; [lia |]; simpl.
      assert (0 <= sum N (fun i => gaussian1 (x i) s y))
        by (apply sum_nonneg; intros; left; now apply gaussian1_pos).
      generalize (gaussian1_pos (x N) s y positive); lra.
    + apply is_derive_scal, is_derive_sum_of; intros i; now apply is_derive_scaled_Phi.
  - intros; now apply smoothed_cdf_limits.
  - intros n x y; unfold smoothed; f_equal; apply sum_ext; intros; now apply term_product.
Qed.

(** * Masses of rectangles under N([m, n], s² I) in the plane, as repeated integrals *)

Definition mass (v m n a b c d : R) : R :=
  RInt (fun x => RInt (fun y => gaussian v m n x y) c d) a b.

Lemma gaussian_product s m n x y :
  0 < s -> gaussian (s ^ 2) m n x y = gaussian1 m s x * gaussian1 n s y.
Proof.
  intros positive; generalize PI_RGT_0; intros; unfold gaussian, gaussian1.
  replace (- ((x - m) ^ 2 + (y - n) ^ 2) / (2 * s ^ 2))
    with (- (x - m) ^ 2 / (2 * s ^ 2) + - (y - n) ^ 2 / (2 * s ^ 2)) by (field; lra).
  assert (root := sqrt_2PI_pos); assert (square := sqrt_sqrt (2 * PI) ltac:(lra)).
  rewrite exp_plus; replace (2 * PI * s ^ 2) with ((sqrt (2 * PI) * s) * (sqrt (2 * PI) * s))
    by (rewrite <- square at 3; ring).
  field; lra.
Qed.

Lemma continuous_gaussian1 m s y : 0 < s -> continuous (gaussian1 m s) y.
Proof.
  intros positive; apply (ex_derive_continuous (gaussian1 m s)).
  assert (root := sqrt_2PI_pos); unfold gaussian1; auto_derive; lra.
Qed.

Lemma is_RInt_gaussian1 m s a b :
  0 < s -> is_RInt (gaussian1 m s) a b (Phi ((b - m) / s) - Phi ((a - m) / s)).
Proof.
  intros positive; apply (is_RInt_derive (fun u => Phi ((u - m) / s))).
  - intros; now apply is_derive_scaled_Phi.
  - intros; now apply continuous_gaussian1.
Qed.

Lemma mass_of_rectangle s m n a b c d :
  0 < s ->
  mass (s ^ 2) m n a b c d
  = (Phi ((b - m) / s) - Phi ((a - m) / s)) * (Phi ((d - n) / s) - Phi ((c - n) / s)).
Proof.
  intros positive; unfold mass; apply is_RInt_unique.
  set (height := Phi ((d - n) / s) - Phi ((c - n) / s)).
  apply (is_RInt_ext (fun x => height * gaussian1 m s x)).
  - intros x _; symmetry; apply is_RInt_unique.
    apply (is_RInt_ext (fun y => gaussian1 m s x * gaussian1 n s y));
      [intros; symmetry; now apply gaussian_product |].
    rewrite (Rmult_comm height); apply (is_RInt_scal (gaussian1 n s)), is_RInt_gaussian1;
      assumption.
  - rewrite Rmult_comm; apply (is_RInt_scal (gaussian1 m s)), is_RInt_gaussian1; assumption.
Qed.
