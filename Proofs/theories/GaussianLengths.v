(** Lengths of standard Gaussian noise in an even dimension n = 2p. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.IntegerIntervals.
Open Scope R_scope.

(** The density of ‖ξ‖ for ξ ~ N(0, I) in 2(k + 1) dimensions, in polar coordinates. *)
Definition length_density (k : nat) (r : R) : R :=
  r * (r ^ 2 / 2) ^ k * exp (- r ^ 2 / 2) / INR (fact k).

(** The share of N(0, I) within the distance b, in that dimension. *)
Definition ball_share (k : nat) (b : R) : R := RInt (length_density k) 0 b.

Definition tail (k : nat) (t : R) : R := exp (- t) * sum (S k) (fun i => t ^ i / INR (fact i)).

Lemma fact_pos k : 0 < INR (fact k).
Proof. apply lt_0_INR, lt_O_fact. Qed.

Lemma is_derive_tail k t : is_derive (tail k) t (- (exp (- t) * (t ^ k / INR (fact k)))).
Proof.
  induction k as [| k step].
  - apply (is_derive_ext (fun t => exp (- t))).
    { intros u; change (exp (- u) = exp (- u) * (0 + 1 / 1)); field. }
    auto_derive; [exact I | simpl; field].
  - apply (is_derive_ext (fun t => tail k t + exp (- t) * (t ^ S k / INR (fact (S k))))).
    { intros u; unfold tail; change (sum (S (S k)) (fun i => u ^ i / INR (fact i)))
        with (sum (S k) (fun i => u ^ i / INR (fact i)) + u ^ S k / INR (fact (S k))).
      symmetry; apply Rmult_plus_distr_l. }
    evar_last.
    + apply @is_derive_plus; [exact step |].
      apply (is_derive_ext (fun u => / INR (fact (S k)) * (exp (- u) * u ^ S k)));
        [intros u; change (/ INR (fact (S k)) * (exp (- u) * u ^ S k)
          = exp (- u) * (u ^ S k / INR (fact (S k)))); unfold Rdiv; ring |].
      auto_derive; [exact I | reflexivity].
    + assert (first := fact_pos k); assert (next := fact_pos (S k)).
      assert (index : 0 < INR (S k)) by (apply lt_0_INR; lia).
      unfold plus; cbn -[INR fact pow exp].
      change (INR (fact k + k * fact k)) with (INR (fact (S k))).
      change (match k with 0%nat => 1 | S _ => INR k + 1 end) with (INR (S k)).
      rewrite fact_simpl, mult_INR in *; rewrite <- tech_pow_Rmult; field; lra.
Qed.

Lemma is_RInt_length_density k b : is_RInt (length_density k) 0 b (1 - tail k (b ^ 2 / 2)).
Proof.
  evar_last.
  - apply (is_RInt_derive (fun r => - tail k (r ^ 2 / 2))).
    + intros r _; evar_last.
      * apply @is_derive_opp, (is_derive_comp (tail k) (fun r => r ^ 2 / 2));
          [apply is_derive_tail | auto_derive; [exact I | reflexivity]].
      * unfold length_density, opp, scal; simpl; unfold mult; simpl.
        replace (- (r * (r * 1)) / 2) with (- (r * (r * 1) / 2)) by field.
        assert (positive := fact_pos k); field; lra.
    + intros r _; apply (ex_derive_continuous (length_density k)); unfold length_density.
      auto_derive; exact I.
  - unfold minus, plus, opp, tail; simpl.
    replace (0 * (0 * 1) / 2) with 0 by field; rewrite Ropp_0, exp_0.
    replace (sum k (fun i => 0 ^ i / INR (fact i)) + 0 ^ k / INR (fact k)) with 1; [ring |].
    induction k as [| k step]; simpl; [field | rewrite step at 1].
    change (INR (fact k + k * fact k)) with (INR (fact (S k))).
    rewrite Rmult_0_l; unfold Rdiv; ring.
Qed.

Lemma ball_share_eq k b : ball_share k b = 1 - tail k (b ^ 2 / 2).
Proof. apply is_RInt_unique, is_RInt_length_density. Qed.

Lemma tail_nonneg k t : 0 <= t -> 0 <= tail k t.
Proof.
  intros nonneg; apply Rmult_le_pos; [left; apply exp_pos |].
  apply sum_nonneg; intros i _; apply Rmult_le_pos; [now apply pow_le |].
  left; apply Rinv_0_lt_compat, fact_pos.
Qed.

Lemma tail_increases k t : 0 <= t -> tail k t <= tail (S k) t.
Proof.
  intros nonneg; unfold tail; apply Rmult_le_compat_l; [left; apply exp_pos |].
  change (sum (S (S k)) (fun i => t ^ i / INR (fact i)))
    with (sum (S k) (fun i => t ^ i / INR (fact i)) + t ^ S k / INR (fact (S k))).
  assert (0 <= t ^ S k / INR (fact (S k))); [| lra].
  apply Rmult_le_pos; [now apply pow_le | left; apply Rinv_0_lt_compat, fact_pos].
Qed.

Lemma ball_share_decreases k m b : ball_share (k + m) b <= ball_share k b.
Proof.
  rewrite !ball_share_eq; assert (square := pow2_ge_0 b).
  assert (nonneg : 0 <= b ^ 2 / 2) by lra.
  induction m as [| m step]; [rewrite Nat.add_0_r; lra |].
  rewrite <- plus_n_Sm; assert (more := tail_increases (k + m) _ nonneg); lra.
Qed.

(** The factorials one factor at a time: unary numbers would be large. *)
Ltac share_as_numbers :=
  rewrite ball_share_eq; unfold tail; cbn [sum]; rewrite !fact_simpl, !mult_INR;
  change (fact 0) with 1%nat; cbn [INR].

(** The balls of radius 4 in 16 and in 18 dimensions. *)
Lemma ball_share_16 : 1 / 2 <= ball_share 7 4 /\ Rabs (ball_share 7 4 - 547 / 1000) <= 1 / 2000.
Proof.
  share_as_numbers; split; interval with (i_prec 60).
Qed.

Lemma ball_share_18 : ball_share 8 4 < 1 / 2.
Proof. share_as_numbers; interval with (i_prec 60). Qed.

Lemma ball_share_half k :
  ((k <= 7)%nat -> 1 / 2 <= ball_share k 4) /\ ((8 <= k)%nat -> ball_share k 4 < 1 / 2)
  /\ Rabs (ball_share 7 4 - 547 / 1000) <= 1 / 2000.
Proof.
  repeat split; [intros few | intros many | apply ball_share_16].
  - apply Rle_trans with (1 := proj1 ball_share_16).
    replace 7%nat with (k + (7 - k))%nat by lia; apply ball_share_decreases.
  - apply Rle_lt_trans with (2 := ball_share_18).
    replace k with (8 + (k - 8))%nat by lia; apply ball_share_decreases.
Qed.

Lemma half_of_data_in_ball_false : ~ forall k, (k < 2048)%nat -> 1 / 2 <= ball_share k 4.
Proof.
  intros printed; specialize (printed 2047%nat ltac:(lia)).
  assert (less := proj1 (proj2 (ball_share_half 2047)) ltac:(lia)); lra.
Qed.

(** ** The expected length *)

Lemma square_density k r : r ^ 2 * length_density k r = 2 * INR (S k) * length_density (S k) r.
Proof.
  unfold length_density; rewrite fact_simpl, mult_INR.
  assert (positive := fact_pos k); assert (0 < INR (S k)) by (apply lt_0_INR; lia).
  rewrite <- (tech_pow_Rmult (r ^ 2 / 2) k); field; lra.
Qed.

Lemma density_nonneg k r : 0 <= r -> 0 <= length_density k r.
Proof.
  intros nonneg; unfold length_density; apply Rmult_le_pos.
  - apply Rmult_le_pos; [| left; apply exp_pos].
    apply Rmult_le_pos; [assumption | apply pow_le].
    assert (0 <= r ^ 2) by apply pow2_ge_0; lra.
  - left; apply Rinv_0_lt_compat, fact_pos.
Qed.

(** Up to any length b the mean of the lengths is at most √n. *)
Lemma partial_mean_le k b :
  0 <= b -> RInt (fun r => r * length_density k r) 0 b <= sqrt (2 * INR (S k)).
Proof.
  intros nonneg; set (n := 2 * INR (S k)).
  assert (n_pos : 0 < n) by (assert (0 < INR (S k)) by (apply lt_0_INR; lia); unfold n; lra).
  assert (root := sqrt_lt_R0 n n_pos); assert (square : sqrt n * sqrt n = n)
    by (apply sqrt_sqrt; lra).
  assert (whole : is_RInt (fun r => / (2 * sqrt n) * (n * length_density (S k) r)
      + / (2 * sqrt n) * (n * length_density k r)) 0 b
    (/ (2 * sqrt n) * (n * (1 - tail (S k) (b ^ 2 / 2)))
      + / (2 * sqrt n) * (n * (1 - tail k (b ^ 2 / 2))))).
  { apply @is_RInt_plus; apply @is_RInt_scal, @is_RInt_scal, is_RInt_length_density. }
  apply Rle_trans with (RInt (fun r => / (2 * sqrt n) * (n * length_density (S k) r)
    + / (2 * sqrt n) * (n * length_density k r)) 0 b).
  - apply RInt_le; [assumption | | eexists; exact whole |].
    + apply @ex_RInt_continuous; intros r _.
      apply (ex_derive_continuous (fun r => r * length_density k r)).
      unfold length_density; auto_derive; exact I.
    + intros r between; assert (density := density_nonneg k r ltac:(lra)).
      assert (shift := square_density k r); fold n in shift; rewrite <- shift.
      apply Rmult_le_reg_l with (2 * sqrt n); [lra |].
      replace (2 * sqrt n * (/ (2 * sqrt n) * (r ^ 2 * length_density k r)
        + / (2 * sqrt n) * (n * length_density k r)))
        with ((r ^ 2 + n) * length_density k r) by (field; lra).
      replace (2 * sqrt n * (r * length_density k r))
        with (2 * sqrt n * r * length_density k r) by ring.
      apply Rmult_le_compat_r; [assumption |].
      assert (0 <= (r - sqrt n) ^ 2) by apply pow2_ge_0; lra.
  - rewrite (is_RInt_unique _ _ _ _ whole).
    assert (half : 0 <= b ^ 2 / 2) by (assert (0 <= b ^ 2) by apply pow2_ge_0; lra).
    assert (first := tail_nonneg (S k) _ half); assert (second := tail_nonneg k _ half).
    apply Rmult_le_reg_l with (2 * sqrt n); [lra |].
    replace (2 * sqrt n * (/ (2 * sqrt n) * (n * (1 - tail (S k) (b ^ 2 / 2)))
      + / (2 * sqrt n) * (n * (1 - tail k (b ^ 2 / 2)))))
      with (n * (2 - tail (S k) (b ^ 2 / 2) - tail k (b ^ 2 / 2))) by (field; lra).
    nra.
Qed.

Lemma RInt_scaled_mean k c b :
  RInt (fun r => c * (r * length_density k r)) 0 b = c * RInt (fun r => r * length_density k r) 0 b.
Proof.
  apply (RInt_scal (fun r => r * length_density k r)), @ex_RInt_continuous; intros r _.
  apply (ex_derive_continuous (fun r => r * length_density k r)).
  unfold length_density; auto_derive; exact I.
Qed.

(** With the scale 4s/√n the expected length is at most 4s. *)
Lemma mean_with_root_scale_le k s L :
  0 < s ->
  is_lim (fun b => RInt (fun r => 4 * s / sqrt (2 * INR (S k)) * (r * length_density k r)) 0 b)
    p_infty (Finite L) -> L <= 4 * s.
Proof.
  intros spread limit; assert (root : 0 < sqrt (2 * INR (S k))).
  { apply sqrt_lt_R0; assert (0 < INR (S k)) by (apply lt_0_INR; lia); lra. }
  refine (is_lim_le_loc _ (fun _ => 4 * s) p_infty L (4 * s) _ limit (is_lim_const _ _)).
  exists 0; intros b positive; rewrite RInt_scaled_mean.
  apply Rle_trans with (4 * s / sqrt (2 * INR (S k)) * sqrt (2 * INR (S k))).
  - apply Rmult_le_compat_l; [left; apply Rdiv_lt_0_compat; lra | apply partial_mean_le; lra].
  - right; field; lra.
Qed.

(** With the scale 4s/n it is at most 4s/√n, in no even dimension 4s. *)
Lemma mean_with_printed_scale_false k s :
  0 < s ->
  ~ is_lim (fun b => RInt (fun r => 4 * s / (2 * INR (S k)) * (r * length_density k r)) 0 b)
    p_infty (Finite (4 * s)).
Proof.
  intros spread limit; set (n := 2 * INR (S k)) in *.
  assert (n_ge : 2 <= n).
  { unfold n; rewrite S_INR; assert (0 <= INR k) by apply pos_INR; lra. }
  assert (root : 1 < sqrt n) by (rewrite <- sqrt_1; apply sqrt_lt_1; lra).
  assert (square : sqrt n * sqrt n = n) by (apply sqrt_sqrt; lra).
  assert (bound : Rbar_le (4 * s) (4 * s / sqrt n)).
  { refine (is_lim_le_loc _ (fun _ => 4 * s / sqrt n) p_infty _ _ _ limit (is_lim_const _ _)).
    exists 0; intros b positive; rewrite RInt_scaled_mean.
    apply Rle_trans with (4 * s / n * sqrt n).
    - apply Rmult_le_compat_l; [left; apply Rdiv_lt_0_compat; lra | apply partial_mean_le; lra].
    - right; rewrite <- square at 1; field; lra. }
  simpl in bound; assert (4 * s / sqrt n * sqrt n = 4 * s) by (field; lra).
  assert (0 < 4 * s / sqrt n) by (apply Rdiv_lt_0_compat; lra); nra.
Qed.

(** ** Chernoff's bound on the share within a ball *)

Lemma exp_le_compat x y : x <= y -> exp x <= exp y.
Proof. intros [less | ->]; [left; now apply exp_increasing | lra]. Qed.

(** With the weight exp(-(a² - 1)r²/2) the density is that of a times the length, up to a factor. *)
Lemma weighted_density k a r :
  0 < a ->
  length_density k r * exp (- (a ^ 2 - 1) * r ^ 2 / 2)
  = / (a ^ 2) ^ S k * (a * length_density k (a * r)).
Proof.
  intros positive; unfold length_density; assert (factorial := fact_pos k).
  replace ((a * r) ^ 2 / 2) with (a ^ 2 * (r ^ 2 / 2)) by field.
  rewrite Rpow_mult_distr, <- (tech_pow_Rmult (a ^ 2) k).
  replace (exp (- (a * r) ^ 2 / 2))
    with (exp (- r ^ 2 / 2) * exp (- (a ^ 2 - 1) * r ^ 2 / 2)).
  - assert (0 < (a ^ 2) ^ k) by (apply pow_lt, pow_lt, positive); field; lra.
  - rewrite <- exp_plus; f_equal; field.
Qed.

Lemma ball_share_le_weighted k a b :
  1 <= a -> 0 <= b -> ball_share k b <= exp ((a ^ 2 - 1) * b ^ 2 / 2) * / (a ^ 2) ^ S k.
Proof.
  intros large nonneg; set (c := exp ((a ^ 2 - 1) * b ^ 2 / 2)).
  assert (c_pos : 0 < c) by apply exp_pos.
  assert (power : 0 < / (a ^ 2) ^ S k) by (apply Rinv_0_lt_compat, pow_lt, pow_lt; lra).
  assert (moved : is_RInt (fun r => a * length_density k (a * r)) 0 b
    (1 - tail k ((a * b) ^ 2 / 2))).
  { apply (is_RInt_ext (fun r => scal a (length_density k (a * r + 0)))).
    - intros r _; now rewrite Rplus_0_r.
    - apply (is_RInt_comp_lin (length_density k) a 0 0 b); rewrite Rmult_0_r, !Rplus_0_r.
      apply is_RInt_length_density. }
  assert (scaled := is_RInt_scal _ 0 b (c * / (a ^ 2) ^ S k) _ moved).
  apply Rle_trans with (c * / (a ^ 2) ^ S k * (1 - tail k ((a * b) ^ 2 / 2))).
  - unfold ball_share; apply (is_RInt_le (length_density k) _ 0 b _ _ nonneg
      (is_RInt_length_density k b)) in scaled.
    + rewrite (is_RInt_unique _ _ _ _ (is_RInt_length_density k b)); exact scaled.
    + intros r between; unfold scal; simpl; unfold mult; simpl.
      change (a * (a * 1)) with (a ^ 2); change (a ^ 2 * (a ^ 2) ^ k) with ((a ^ 2) ^ S k).
      rewrite Rmult_assoc, <- weighted_density by lra.
      assert (density := density_nonneg k r ltac:(lra)).
      replace (c * (length_density k r * exp (- (a ^ 2 - 1) * r ^ 2 / 2)))
        with (length_density k r * (c * exp (- (a ^ 2 - 1) * r ^ 2 / 2))) by ring.
      rewrite <- (Rmult_1_r (length_density k r)) at 1; apply Rmult_le_compat_l; [assumption |].
      unfold c; rewrite <- exp_plus; apply Rle_trans with (exp 0); [rewrite exp_0; lra |].
      apply exp_le_compat.
      assert (0 <= (a ^ 2 - 1) * (b ^ 2 - r ^ 2)) by (apply Rmult_le_pos; nra); lra.
  - rewrite <- (Rmult_1_r (c * / (a ^ 2) ^ S k)) at 2; apply Rmult_le_compat_l.
    + apply Rmult_le_pos; lra.
    + assert (square := pow2_ge_0 (a * b)); assert (rest := tail_nonneg k ((a * b) ^ 2 / 2)); lra.
Qed.

(** In n = 2(k + 1) > 16 dimensions: (16/n)^(n/2) exp((n - 16)/2). *)
Lemma ball_share_chernoff k :
  (8 <= k)%nat ->
  let n := 2 * INR (S k) in
  ball_share k 4 <= (16 / n) ^ S k * exp ((n - 16) / 2).
Proof.
  intros many n; assert (n_ge : 16 < n).
  { unfold n; rewrite S_INR; apply le_INR in many; simpl in many; lra. }
  assert (root : sqrt (n / 16) ^ 2 = n / 16) by (apply pow2_sqrt; lra).
  assert (bound := ball_share_le_weighted k (sqrt (n / 16)) 4).
  rewrite root in bound.
  replace ((n / 16 - 1) * 4 ^ 2 / 2) with ((n - 16) / 2) in bound by field.
  replace (/ (n / 16) ^ S k) with ((16 / n) ^ S k) in bound.
  - rewrite Rmult_comm; apply bound; [| lra].
    rewrite <- sqrt_1; apply sqrt_le_1_alt; lra.
  - rewrite <- pow_inv; f_equal; field; lra.
Qed.
