(** The lines of the proof of Theorem C.4. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import Missing.LinearChange Missing.Laws LineSteepness QuantileTransform.
Open Scope R_scope.

Notation length := EuclideanSpace.norm.

(** ** Injective pieces and their inverses *)

(** g(x) = x³ is injective and smooth; no inverse of it has a derivative at g(0) = 0. *)
Lemma injective_inverse_smooth_false :
  ~ forall g f : R -> R, (forall x y, g x = g y -> x = y) ->
    (forall x, ex_derive g x) -> (forall x, continuous (Derive g) x) ->
    (forall x, f (g x) = x) -> forall x, ex_derive f (g x).
Proof.
  intros printed; set (g := fun x : R => x ^ 3).
  assert (g_is : forall x, is_derive g x (3 * x ^ 2)).
  { intros x; unfold g; auto_derive; auto; simpl; ring. }
  assert (increasing : forall x y, x < y -> g x < g y).
  { intros x y less; unfold g; assert (0 < (y - x) * ((y + x) ^ 2 + y ^ 2 + x ^ 2)); [| lra].
    assert (0 < (y - x) * (y - x)) by (apply Rmult_lt_0_compat; lra).
    apply Rmult_lt_0_compat; [lra |]; generalize (pow2_ge_0 (y + x)); nra. }
  set (f := fun y => real (Lub_Rbar (fun x => g x <= y))).
  assert (inverse : forall x, f (g x) = x).
  { intros x; unfold f; rewrite (is_lub_Rbar_unique _ x); [easy |]; split.
    - intros u u_is; simpl; apply Rnot_lt_le; intros beyond; generalize (increasing _ _ beyond);
        lra.
    - intros [b | |] bound; simpl; [| exact I |]; apply (bound x); lra. }
  destruct (printed g f) with (x := 0) as [l l_is]; auto.
  - intros x y same; destruct (Rtotal_order x y) as [less | [equal | more]]; auto;
      [generalize (increasing _ _ less) | generalize (increasing _ _ more)]; lra.
  - intros x; eexists; apply g_is.
  - intros x; apply (continuous_ext (fun x => 3 * x ^ 2)).
    { intros u; symmetry; apply is_derive_unique, g_is. }
    apply (ex_derive_continuous (fun x => 3 * x ^ 2)); auto_derive; auto.
  - assert (chain : is_derive (fun x => f (g x)) 0 (3 * 0 ^ 2 * l)).
    { apply (is_derive_comp f g); [exact l_is | apply g_is]. }
    assert (whole : is_derive (fun x => f (g x)) 0 1).
    { apply (is_derive_ext (fun x => x)); [intros; now rewrite inverse |
        exact (@is_derive_id R_AbsRing 0)]. }
    assert (same := is_derive_unique _ _ _ chain); rewrite (is_derive_unique _ _ _ whole) in same;
      lra.
Qed.

(** Where g' is not 0 a continuous inverse has the derivative 1/g'. *)
Lemma inverse_smooth_of_some_slope (g f : R -> R) (x l : R) :
  (forall y, g (f y) = y) -> f (g x) = x -> continuous f (g x) -> is_derive g x l -> l <> 0 ->
  is_derive f (g x) (/ l).
Proof.
  intros inverse at_x f_continuous g_is some; apply (is_derive_value _ _ (1 / l)); [| field; auto].
  apply (is_derive_of_comp g); [assumption | assumption | now rewrite at_x |].
  apply (is_derive_ext (fun y => y)); [intros; now rewrite inverse | exact (@is_derive_id
    R_AbsRing (g x))].
Qed.

(** ** N(0, 1) truncated to (-r, r) *)

Definition inside_mass (r : R) : R := Phi r - Phi (- r).
Definition truncated_cdf (r x : R) : R := (Phi x - Phi (- r)) / inside_mass r.

(** δ = exp(-r²/2)/√(2π). *)
Definition delta (r : R) : R := exp (- r ^ 2 / 2) / sqrt (2 * PI).

Lemma inside_mass_between r : 0 < r -> 0 < inside_mass r < 1.
Proof.
  intros r_pos; unfold inside_mass; generalize (Phi_increasing (- r) r) (Phi_lt_1 r) (Phi_pos (-
    r)).
  lra.
Qed.

Lemma is_derive_truncated_cdf r x : 0 < r -> is_derive (truncated_cdf r) x (phi x / inside_mass r).
Proof.
  intros r_pos; assert (mass := inside_mass_between r r_pos); unfold truncated_cdf.
  apply (is_derive_value _ _ (/ inside_mass r * (phi x - 0))); [| field; lra].
  apply (is_derive_ext (fun x => / inside_mass r * (Phi x - Phi (- r)))).
  { intros u; unfold Rdiv; apply Rmult_comm. }
  apply (is_derive_scal (fun x => Phi x - Phi (- r))).
  apply (is_derive_minus Phi (fun _ => Phi (- r))); [apply is_derive_Phi |].
  apply (is_derive_const (Phi (- r))).
Qed.

Lemma delta_le_phi r x : Rabs x <= r -> delta r <= phi x.
Proof.
  intros inside; change (delta r) with (phi r); apply phi_le.
  rewrite <- (pow2_abs x); apply pow_incr; split; [apply Rabs_pos | assumption].
Qed.

Lemma truncated_slope_ge r x :
  0 < r -> Rabs x < r ->
  is_derive (truncated_cdf r) x (phi x / inside_mass r) /\ delta r <= phi x / inside_mass r.
Proof.
  intros r_pos inside; split; [now apply is_derive_truncated_cdf |].
  assert (mass := inside_mass_between r r_pos); assert (bound := delta_le_phi r x ltac:(lra)).
  assert (0 < delta r) by apply (phi_pos r).
  apply -> Rle_div_r; [nra | lra].
Qed.

(** δ/P(|Z| < r) is the greatest lower bound. *)
Lemma truncated_slope_infimum r :
  0 < r ->
  (forall x, Rabs x < r -> delta r / inside_mass r <= phi x / inside_mass r)
  /\ forall e, 0 < e -> exists x, Rabs x < r /\ phi x / inside_mass r < delta r / inside_mass r + e.
Proof.
  intros r_pos; assert (mass := inside_mass_between r r_pos); split.
  - intros x inside; apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra |].
    apply delta_le_phi; lra.
  - intros e e_pos; destruct (change_of_continuous phi r (e * inside_mass r) (continuous_phi r))
      as [d [d_pos near]]; [nra |].
    assert (small := Rmin_l d r); assert (small' := Rmin_r d r).
    assert (some : 0 < Rmin d r) by now apply Rmin_glb_lt.
    exists (r - Rmin d r / 2); split; [apply Rabs_lt_between; lra |].
    assert (close : Rabs (phi (r - Rmin d r / 2) - phi r) < e * inside_mass r).
    { apply near; replace (r - Rmin d r / 2 - r) with (- (Rmin d r / 2)) by ring.
      rewrite Rabs_Ropp, Rabs_pos_eq; lra. }
    apply Rabs_lt_between in close; change (delta r) with (phi r).
    apply Rmult_lt_reg_r with (inside_mass r); [lra |].
    replace (phi (r - Rmin d r / 2) / inside_mass r * inside_mass r)
      with (phi (r - Rmin d r / 2)) by (field; lra).
    replace ((phi r / inside_mass r + e) * inside_mass r) with (phi r + e * inside_mass r)
      by (field; lra); lra.
Qed.

(** The product over coordinates, which is the Jacobian determinant of g₁ = (Φᵣ, …, Φᵣ). *)
Fixpoint coordinate_product (n : nat) (f : nat -> R) : R :=
  match n with
  | O => 1
  | S k => coordinate_product k f * f k
  end.

Lemma product_ge n f a : 0 <= a -> (forall i, (i < n)%nat -> a <= f i) ->
  a ^ n <= coordinate_product n f.
Proof.
  intros nonneg bound; induction n; [simpl; lra |].
  assert (a ^ n <= coordinate_product n f) by (apply IHn; auto); assert (a <= f n) by auto.
  change (a ^ S n) with (a * a ^ n); cbn [coordinate_product]; rewrite Rmult_comm.
  apply Rmult_le_compat; auto using pow_le.
Qed.

Lemma product_slopes_ge n r z :
  0 < r -> length n z < r -> delta r ^ n <= coordinate_product n (fun i => phi (z i) / inside_mass
    r).
Proof.
  intros r_pos inside; apply product_ge; [left; apply (phi_pos r) |]; intros i i_in.
  apply (truncated_slope_ge r (z i) r_pos).
  apply Rle_lt_trans with (2 := inside); now apply coordinate_le_norm.
Qed.

Lemma product_slopes_eq n r z :
  0 < r -> coordinate_product n (fun i => phi (z i) / inside_mass r)
    = / (sqrt (2 * PI) * inside_mass r) ^ n * exp (- length n z ^ 2 / 2).
Proof.
  intros r_pos; assert (mass := inside_mass_between r r_pos); assert (root := sqrt_2PI_pos).
  assert (base : 0 < sqrt (2 * PI) * inside_mass r) by (apply Rmult_lt_0_compat; lra).
  rewrite norm_pow2; induction n; [simpl; unfold dot; simpl |].
  - replace (- 0 / 2) with 0 by field; rewrite exp_0; field.
  - cbn [coordinate_product]; rewrite IHn; unfold dot; cbn [sum]; fold (dot n z z).
    replace (- (dot n z z + z n * z n) / 2) with (- dot n z z / 2 + - z n ^ 2 / 2) by field.
    rewrite exp_plus; unfold phi; simpl; field; repeat split; try lra.
    apply pow_nonzero; lra.
Qed.

(** On the ball only one coordinate can be near r: exp(-r²/2) once, not n times. *)
Lemma product_slopes_ge_once n r z :
  0 < r -> length n z < r ->
  / sqrt (2 * PI) ^ n * exp (- r ^ 2 / 2) <= coordinate_product n (fun i => phi (z i) /
    inside_mass r).
Proof.
  intros r_pos inside; rewrite product_slopes_eq by assumption.
  assert (mass := inside_mass_between r r_pos); assert (root := sqrt_2PI_pos).
  assert (size := norm_nonneg n z); apply Rmult_le_compat; try (left; apply exp_pos).
  - left; apply Rinv_0_lt_compat, pow_lt, root.
  - apply Rinv_le_contravar; [apply pow_lt, Rmult_lt_0_compat; lra |].
    apply pow_incr; split; [apply Rmult_le_pos; lra | nra].
  - apply exp_le; nra.
Qed.

(** ** g₁ does not map the ball of the plane onto the square, nor the noise to the uniform law *)

Lemma truncated_cdf_increasing r a b : 0 < r -> a < b -> truncated_cdf r a < truncated_cdf r b.
Proof.
  intros r_pos less; assert (mass := inside_mass_between r r_pos); unfold truncated_cdf.
  apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat; lra |].
  generalize (Phi_increasing a b less); lra.
Qed.

Lemma truncated_cdf_between r a : 0 < r -> Rabs a < r -> 0 < truncated_cdf r a < 1.
Proof.
  intros r_pos inside; assert (mass := inside_mass_between r r_pos).
  apply Rabs_lt_between in inside; split.
  - apply Rle_lt_trans with (truncated_cdf r (- r)).
    + right; unfold truncated_cdf, inside_mass in *; field; lra.
    + now apply truncated_cdf_increasing.
  - apply Rlt_le_trans with (truncated_cdf r r).
    + now apply truncated_cdf_increasing.
    + right; unfold truncated_cdf, inside_mass in *; field; lra.
Qed.

(** The ball of radius r in n dimensions, and what g₁ makes of a point. *)
Definition ball_point (n : nat) (r : R) (z : nat -> R) : Prop := length n z < r.

(** The point with all coordinates 9r/10 is in (-r, r)ⁿ, not in the ball for n ≥ 2. *)
Lemma corner_outside n r z :
  (2 <= n)%nat -> 0 < r -> (forall i, (i < n)%nat -> 9 / 10 * r <= z i) -> ~ ball_point n r z.
Proof.
  intros plane r_pos corner inside; unfold ball_point in inside.
  assert (size := norm_nonneg n z); assert (square := norm_pow2 n z).
  assert (first : (9 / 10 * r) ^ 2 * INR n <= dot n z z).
  { rewrite Rmult_comm, <- sum_const; apply sum_le; intros i i_in.
    assert (9 / 10 * r <= z i) by now apply corner.
    replace ((9 / 10 * r) ^ 2) with ((9 / 10 * r) * (9 / 10 * r)) by ring.
    apply Rmult_le_compat; lra. }
  assert (two : 2 <= INR n) by (change 2 with (INR 2); now apply le_INR).
  assert (length n z ^ 2 < r ^ 2) by nra.
  assert (0 <= (INR n - 2) * r ^ 2) by (apply Rmult_le_pos; nra); nra.
Qed.

Lemma ball_onto_cube_false n r :
  (2 <= n)%nat -> 0 < r ->
  ~ forall u : nat -> R, (forall i, (i < n)%nat -> 0 < u i < 1) ->
    exists z, ball_point n r z /\ forall i, (i < n)%nat -> truncated_cdf r (z i) = u i.
Proof.
  intros plane r_pos printed.
  destruct (printed (fun _ => truncated_cdf r (9 / 10 * r))) as [z [inside z_is]].
  - intros i _; apply truncated_cdf_between; [assumption | rewrite Rabs_pos_eq; lra].
  - apply (corner_outside n r z); auto; intros i i_in.
    apply Rnot_lt_le; intros less.
    generalize (truncated_cdf_increasing r _ _ r_pos less); rewrite z_is by assumption; lra.
Qed.

(** The cube |zⱼ| < r/√n is in the ball. *)
Lemma small_cube_in_ball n r z :
  (1 <= n)%nat -> 0 < r -> (forall i, (i < n)%nat -> Rabs (z i) < r / sqrt (INR n)) ->
  ball_point n r z.
Proof.
  intros some r_pos small; assert (n_pos : 0 < INR n) by (apply lt_0_INR; lia).
  assert (root := sqrt_lt_R0 _ n_pos); unfold ball_point.
  assert (square : length n z ^ 2 < r ^ 2).
  { rewrite norm_pow2; unfold dot.
    destruct n as [| n]; [lia |]; cbn [sum].
    assert (each : forall i, (i < S n)%nat -> z i * z i < r ^ 2 / INR (S n)).
    { intros i i_in; specialize (small i i_in).
      replace (z i * z i) with (Rabs (z i) ^ 2) by (rewrite pow2_abs; ring).
      replace (r ^ 2 / INR (S n)) with ((r / sqrt (INR (S n))) ^ 2).
      - generalize (Rabs_pos (z i)); nra.
      - unfold Rdiv; rewrite Rpow_mult_distr, pow_inv, pow2_sqrt by lra; reflexivity. }
    assert (part : sum n (fun i => z i * z i) <= INR n * (r ^ 2 / INR (S n))).
    { rewrite <- sum_const; apply sum_le; intros i i_in; left; apply each; lia. }
    assert (last := each n ltac:(lia)).
    replace (r ^ 2) with (INR n * (r ^ 2 / INR (S n)) + r ^ 2 / INR (S n)); [lra |].
    rewrite S_INR in *; field; lra. }
  generalize (norm_nonneg n z); nra.
Qed.

(** No law that is 0 outside of the ball gives the corner what the uniform law does. *)
Lemma noise_to_uniform_false n r (P : ((nat -> R) -> Prop) -> R) :
  (2 <= n)%nat -> 0 < r ->
  (forall A : (nat -> R) -> Prop, (forall z, ball_point n r z -> ~ A z) -> P A = 0) ->
  ~ forall u : nat -> R, (forall i, (i < n)%nat -> 0 < u i < 1) ->
    P (fun z => forall i, (i < n)%nat -> u i < truncated_cdf r (z i))
      = coordinate_product n (fun i => 1 - u i).
Proof.
  intros plane r_pos concentrated printed; set (v := truncated_cdf r (9 / 10 * r)).
  assert (v_in : 0 < v < 1)
    by (apply truncated_cdf_between; [assumption | rewrite Rabs_pos_eq; lra]).
  assert (same := printed (fun _ => v) (fun _ _ => v_in)); rewrite concentrated in same.
  - assert (positive := product_ge n (fun _ => 1 - v) (1 - v) ltac:(lra) ltac:(intros; lra)).
    generalize (pow_lt (1 - v) n ltac:(lra)); lra.
  - intros z inside corner; apply (corner_outside n r z); auto; intros i i_in.
    left; apply Rnot_le_lt; intros less; specialize (corner i i_in); unfold v in corner.
    destruct less as [less | equal].
    + generalize (truncated_cdf_increasing r _ _ r_pos less); lra.
    + rewrite equal in corner; lra.
Qed.

(** ** The chain rule for g = g₂∘g₁, on the line *)

(** r = 2, g₂(y) = y + 1/2 and z₀ = 0: g₁ has another slope at g₂(y₀) = 1 than at z₀. *)
Lemma composition_printed_false :
  ~ forall (r : R) (g2 : R -> R) (z d : R), 0 < r -> Rabs z < r ->
    is_derive g2 (truncated_cdf r z) d -> Rabs (g2 (truncated_cdf r z)) < r ->
    Derive (fun u => g2 (truncated_cdf r u)) z
      = d * Derive (truncated_cdf r) (g2 (truncated_cdf r z)).
Proof.
  intros printed; assert (mass := inside_mass_between 2 ltac:(lra)).
  assert (centre : truncated_cdf 2 0 = 1 / 2).
  { unfold truncated_cdf, inside_mass in *; rewrite Phi_opp, Phi_0 in *; field; lra. }
  assert (shift : forall y, is_derive (fun y => y + 1 / 2) y 1)
    by (intros; auto_derive; auto; ring).
  assert (same := printed 2 (fun y => y + 1 / 2) 0 1 ltac:(lra)
    ltac:(rewrite Rabs_R0; lra) (shift _) ltac:(rewrite centre, Rabs_pos_eq; lra)).
  rewrite centre in same; replace (1 / 2 + 1 / 2) with 1 in same by field.
  assert (slope := fun z => is_derive_truncated_cdf 2 z ltac:(lra)).
  rewrite (is_derive_unique _ _ _ (slope 1)) in same.
  assert (whole : Derive (fun u => truncated_cdf 2 u + 1 / 2) 0 = phi 0 / inside_mass 2).
  { apply is_derive_unique; apply (is_derive_value _ _ (phi 0 / inside_mass 2 * 1)); [| ring].
    apply (is_derive_comp (fun y => y + 1 / 2) (truncated_cdf 2)); [apply shift | apply slope]. }
  rewrite whole in same.
  assert (equal : phi 0 = phi 1).
  { apply Rmult_eq_reg_r with (/ inside_mass 2); [unfold Rdiv in same; lra |].
    apply Rinv_neq_0_compat; lra. }
  assert (phi 1 < phi 0); [| lra].
  unfold phi; apply Rmult_lt_compat_r; [apply Rinv_0_lt_compat, sqrt_2PI_pos |].
  apply exp_increasing; lra.
Qed.

Lemma composition_slope r g2 z d :
  0 < r -> is_derive g2 (truncated_cdf r z) d ->
  Derive (fun u => g2 (truncated_cdf r u)) z = d * Derive (truncated_cdf r) z.
Proof.
  intros r_pos g2_is; assert (slope := is_derive_truncated_cdf r z r_pos).
  rewrite (is_derive_unique _ _ _ slope), Rmult_comm; apply is_derive_unique.
  now apply (is_derive_comp g2 (truncated_cdf r)).
Qed.
