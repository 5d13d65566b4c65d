(** Bounds on the tail of the normal distribution, and the line below which φ∘Φ⁻¹ stays. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.NormalDistribution.
Open Scope R_scope.

(** φ∘Φ⁻¹ is concave: it lies below its tangent at Φ(z), whose slope is -z. *)
Lemma phi_le_tangent a z : phi a <= phi z - z * (Phi a - Phi z).
Proof.
  assert (slope : forall u, is_derive (fun u => phi u + z * Phi u) u ((z - u) * phi u)).
  { intros u; apply (is_derive_value _ _ (- u * phi u + z * phi u)); [| ring].
    apply (is_derive_plus phi (fun u => z * Phi u)); [apply is_derive_phi |].
    apply (is_derive_scal Phi), is_derive_Phi. }
  destruct (Rtotal_order a z) as [less | [-> | more]]; [| lra |].
  - destruct (mean_value _ _ a z slope less) as [c [between mean]].
    assert (0 < (z - c) * phi c) by (apply Rmult_lt_0_compat; [lra | apply phi_pos]); nra.
  - destruct (mean_value _ _ z a slope more) as [c [between mean]].
    assert (0 < (c - z) * phi c) by (apply Rmult_lt_0_compat; [lra | apply phi_pos]); nra.
Qed.

(** x·P(Z > x) ≤ φ(x). *)
Lemma tail_le_density x : x * (1 - Phi x) <= phi x.
Proof.
  assert (x_pos := phi_pos x); assert (above := Phi_lt_1 x); assert (below := Phi_pos x).
  destruct (Rle_or_lt x 0) as [| positive]; [nra |].
  apply Rnot_lt_le; intros more.
  destruct (Phi_onto (Phi x + phi x / x)) as [a a_is].
  - assert (0 < phi x / x) by (apply Rdiv_lt_0_compat; lra).
    assert (phi x / x < 1 - Phi x) by (apply Rlt_div_l; lra); lra.
  - assert (tangent := phi_le_tangent a x); rewrite a_is in tangent.
    replace (x * (Phi x + phi x / x - Phi x)) with (phi x) in tangent by (field; lra).
    generalize (phi_pos a); lra.
Qed.

Lemma is_derive_scaled_tail u :
  is_derive (fun u => (1 - Phi u) * exp (u ^ 2 / 2)) u
    ((u * (1 - Phi u) - phi u) * exp (u ^ 2 / 2)).
Proof.
  apply (is_derive_value _ _ (- phi u * exp (u ^ 2 / 2) + (1 - Phi u) * (u * exp (u ^ 2 / 2))));
    [| ring].
  apply (is_derive_mult (fun u => 1 - Phi u) (fun u => exp (u ^ 2 / 2))).
  - apply (is_derive_value _ _ (0 - phi u)); [| ring].
    apply (is_derive_minus (fun _ => 1) Phi); [apply (is_derive_const (1 : R)) |].
    apply is_derive_Phi.
  - auto_derive; auto; simpl; unfold Rdiv; field.
  - intros a b; apply Rmult_comm.
Qed.

(** Tails shrink by the factor exp(-(b² - a²)/2) from a to b, or more. *)
Lemma tail_ratio a b : a <= b -> 1 - Phi b <= exp (- (b ^ 2 - a ^ 2) / 2) * (1 - Phi a).
Proof.
  intros [less | ->].
  - set (f := fun u => (1 - Phi u) * exp (u ^ 2 / 2)).
    destruct (mean_value f _ a b is_derive_scaled_tail less) as [c [_ mean]].
    assert (0 <= (phi c - c * (1 - Phi c)) * exp (c ^ 2 / 2)).
    { apply Rmult_le_pos; [generalize (tail_le_density c); lra | left; apply exp_pos]. }
    assert (falls : f b <= f a) by nra; unfold f in falls.
    apply Rmult_le_reg_r with (exp (b ^ 2 / 2)); [apply exp_pos |].
    apply Rle_trans with (1 := falls); right.
    replace (a ^ 2 / 2) with (- (b ^ 2 - a ^ 2) / 2 + b ^ 2 / 2) by field.
    rewrite exp_plus; ring.
  - replace (- (b ^ 2 - b ^ 2) / 2) with 0 by field; rewrite exp_0; lra.
Qed.

(** P(Z > x) ≤ exp(-x²/2)/2. *)
Lemma tail_le_exp x : 0 <= x -> 1 - Phi x <= exp (- x ^ 2 / 2) / 2.
Proof.
  intros nonneg; assert (ratio := tail_ratio 0 x nonneg); rewrite Phi_0 in ratio.
  replace (- (x ^ 2 - 0 ^ 2) / 2) with (- x ^ 2 / 2) in ratio by field; lra.
Qed.

Lemma phi_le_inverse_square a : phi a <= / (1 + a ^ 2 / 2).
Proof.
  apply Rle_trans with (exp (- (a ^ 2 / 2))); [| apply exp_opp_le; nra].
  unfold phi; replace (- a ^ 2 / 2) with (- (a ^ 2 / 2)) by field.
  assert (1 <= sqrt (2 * PI)).
  { rewrite <- sqrt_1; apply sqrt_le_1_alt; generalize PI2_1; lra. }
  apply Rle_div_l; [lra |]; generalize (exp_pos (- (a ^ 2 / 2))); nra.
Qed.

(** x·φ(x) ≤ (x² + 1)·P(Z > x), for all x. *)
Lemma density_le_tail x : x * phi x <= (x ^ 2 + 1) * (1 - Phi x).
Proof.
  set (f := fun u => 1 - Phi u - u / (u ^ 2 + 1) * phi u).
  assert (slope : forall u, is_derive f u (- (2 * phi u / (u ^ 2 + 1) ^ 2))).
  { intros u; unfold f.
    apply (is_derive_value _ _ ((0 - phi u)
      - ((1 - u ^ 2) / (u ^ 2 + 1) ^ 2 * phi u + u / (u ^ 2 + 1) * (- u * phi u))));
      [| field; nra].
    apply (is_derive_minus (fun u => 1 - Phi u) (fun u => u / (u ^ 2 + 1) * phi u)).
    - apply (is_derive_minus (fun _ => 1) Phi); [apply (is_derive_const (1 : R)) |].
      apply is_derive_Phi.
    - apply (is_derive_mult (fun u => u / (u ^ 2 + 1)) phi).
      + auto_derive; [nra | simpl; field; nra].
      + apply is_derive_phi.
      + intros a b; apply Rmult_comm. }
  assert (falls : forall a b, a < b -> f b < f a).
  { intros a b less; destruct (mean_value f _ a b slope less) as [c [_ mean]].
    assert (0 < 2 * phi c / (c ^ 2 + 1) ^ 2).
    { apply Rdiv_lt_0_compat; [generalize (phi_pos c); lra | apply pow_lt; nra]. }
    nra. }
  assert (nonneg : 0 <= f x).
  { apply Rnot_lt_le; intros negative; set (e := - f x).
    assert (far : exists a, x < a /\ 1 <= a /\ / (1 + a ^ 2 / 2) < e).
    { assert (e_pos : 0 < e) by (unfold e; lra).
      exists (Rmax x 0 + 1 + 2 / e); generalize (Rmax_l x 0) (Rmax_r x 0); intros.
      assert (0 < 2 / e) by (apply Rdiv_lt_0_compat; lra).
      set (b := Rmax x 0 + 1 + 2 / e); assert (1 + 2 / e <= b) by (unfold b; lra).
      split; [unfold b; lra |]; split; [unfold b; lra |].
      rewrite <- (Rinv_inv e); apply Rinv_lt_contravar.
      - apply Rmult_lt_0_compat; [now apply Rinv_0_lt_compat | nra].
      - replace (/ e) with (2 / e / 2) by (field; lra); nra. }
    destruct far as [a [beyond [some small]]].
    assert (less := falls x a beyond); assert (below := Phi_lt_1 a).
    assert (density := phi_le_inverse_square a); assert (phi_a := phi_pos a).
    assert (a / (a ^ 2 + 1) <= 1) by (apply Rle_div_l; nra).
    assert (value : f a = 1 - Phi a - a / (a ^ 2 + 1) * phi a) by reflexivity.
    assert (a / (a ^ 2 + 1) * phi a <= 1 * phi a) by (apply Rmult_le_compat_r; lra).
    unfold e in small; lra. }
  unfold f in nonneg.
  replace (x * phi x) with ((x ^ 2 + 1) * (x / (x ^ 2 + 1) * phi x)) by (field; nra).
  apply Rmult_le_compat_l; [nra | lra].
Qed.

(** φ(x)/P(Z > x) grows with x, and on the right of 0 more slowly than x. *)
Lemma hazard_le a b : a <= b -> phi a * (1 - Phi b) <= phi b * (1 - Phi a).
Proof.
  intros less; assert (ratio := tail_ratio a b less); assert (some := phi_pos a).
  apply Rle_trans with (phi a * (exp (- (b ^ 2 - a ^ 2) / 2) * (1 - Phi a))).
  - apply Rmult_le_compat_l; lra.
  - right; rewrite <- Rmult_assoc; f_equal.
    replace (- (b ^ 2 - a ^ 2) / 2) with ((a ^ 2 - b ^ 2) / 2) by field.
    rewrite <- phi_ratio; field; lra.
Qed.

Lemma hazard_le_proportional a b :
  0 <= a <= b -> a * (phi b * (1 - Phi a)) <= b * (phi a * (1 - Phi b)).
Proof.
  intros [nonneg [less | ->]]; [| lra].
  set (f := fun u => u * ((1 - Phi u) * exp (u ^ 2 / 2))).
  assert (slope : forall u, is_derive f u
    (((u ^ 2 + 1) * (1 - Phi u) - u * phi u) * exp (u ^ 2 / 2))).
  { intros u; unfold f; apply (is_derive_value _ _ (1 * ((1 - Phi u) * exp (u ^ 2 / 2))
      + u * ((u * (1 - Phi u) - phi u) * exp (u ^ 2 / 2)))); [| ring].
    apply (is_derive_mult (fun u => u) (fun u => (1 - Phi u) * exp (u ^ 2 / 2))).
    - apply (is_derive_id u).
    - apply is_derive_scaled_tail.
    - intros v w; apply Rmult_comm. }
  destruct (mean_value f _ a b slope less) as [c [_ mean]].
  assert (grows : f a <= f b).
  { assert (0 <= ((c ^ 2 + 1) * (1 - Phi c) - c * phi c) * exp (c ^ 2 / 2)); [| nra].
    apply Rmult_le_pos; [generalize (density_le_tail c); lra | left; apply exp_pos]. }
  unfold f in grows.
  assert (a_exp : forall u, phi u * exp (u ^ 2 / 2) = / sqrt (2 * PI)).
  { intros u; unfold phi, Rdiv; rewrite Rmult_assoc, (Rmult_comm (/ _)), <- Rmult_assoc,
      <- exp_plus.
    replace (- u ^ 2 * / 2 + u ^ 2 * / 2) with 0 by ring; rewrite exp_0; ring. }
  assert (root : 0 < / sqrt (2 * PI)) by apply Rinv_0_lt_compat, sqrt_2PI_pos.
  assert (a_pos := phi_pos a); assert (b_pos := phi_pos b).
  assert (a_is : exp (a ^ 2 / 2) = / sqrt (2 * PI) / phi a) by (rewrite <- (a_exp a); field; lra).
  assert (b_is : exp (b ^ 2 / 2) = / sqrt (2 * PI) / phi b) by (rewrite <- (a_exp b); field; lra).
  rewrite a_is, b_is in grows.
  apply Rmult_le_reg_r with (/ sqrt (2 * PI) / (phi a * phi b)).
  { apply Rdiv_lt_0_compat; [assumption | now apply Rmult_lt_0_compat]. }
  apply Rle_trans with (a * ((1 - Phi a) * (/ sqrt (2 * PI) / phi a))).
  - right; field; repeat split; generalize sqrt_2PI_pos; lra.
  - apply Rle_trans with (1 := grows); right; field; repeat split; generalize sqrt_2PI_pos; lra.
Qed.
