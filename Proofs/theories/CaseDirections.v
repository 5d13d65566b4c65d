(** Where the fields of the four cases point: to the centres of pull, not to the modes; and how far
    from the axes that is so. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.HyperbolicTangent Densities DiscriminatorFieldCases
  CaseFields.
Open Scope R_scope.

(** * The slopes as a pull to a centre *)

(** What tanh leaves of 1 at kx = u. *)
Definition shortfall (u : R) : R := 2 / (1 + exp (2 * u)).

Lemma tanh_of_shortfall u : tanh u = 1 - shortfall u.
Proof. apply tanh_eq. Qed.

Lemma shortfall_pos u : 0 < shortfall u.
Proof. apply Rdiv_lt_0_compat; generalize (exp_pos (2 * u)); lra. Qed.

Lemma slope_1_of_shortfall x : slope_1 x = 5 * (2 - x - 2 * shortfall (10 * x)).
Proof. unfold slope_1; rewrite tanh_of_shortfall; ring. Qed.

Lemma slope_2_of_shortfall x : slope_2 x = 10 * (1 - x - shortfall (10 * x)).
Proof. unfold slope_2; rewrite tanh_of_shortfall; ring. Qed.

Lemma slope_3_of_shortfall x : slope_3 x = 9 * (1 - x - 10 / 9 * shortfall (10 * x)).
Proof. unfold slope_3; rewrite tanh_of_shortfall; field. Qed.

Lemma slope_4_of_shortfall x : slope_4 x = 29 / 3 * (3 - x - 90 / 29 * shortfall (30 * x)).
Proof. unfold slope_4; rewrite tanh_of_shortfall; field. Qed.

Lemma exp_13 : 100000 <= exp 13.
Proof.
  assert (one : (1 + 1 / INR 8) ^ 8 <= exp 1) by (apply pow_le_exp; [repeat constructor | simpl;
    lra]).
  assert (two : 5 / 2 <= exp 1) by (simpl in one; lra).
  replace 13 with (INR 13 * 1) by (simpl; ring); rewrite <- exp_pow.
  apply Rle_trans with ((5 / 2) ^ 13); [lra | apply pow_incr; lra].
Qed.

Lemma shortfall_small u : 13 / 2 <= u -> 0 < shortfall u <= / 50000.
Proof.
  intros far; split; [apply shortfall_pos |]; unfold shortfall.
  assert (100000 <= exp (2 * u)).
  { apply Rle_trans with (1 := exp_13).
    destruct (Req_dec 13 (2 * u)) as [<- | other]; [lra |].
    left; apply exp_increasing; lra. }
  apply Rle_trans with (2 * / 100000); [| lra].
  apply Rmult_le_compat_l; [lra |]; apply Rinv_le_contravar; lra.
Qed.

Lemma tanh_far u : 13 / 2 <= u -> 1 - / 50000 <= tanh u < 1.
Proof.
  intros far; split; [| apply tanh_lt_1].
  rewrite tanh_of_shortfall; destruct (shortfall_small u far); lra.
Qed.

(** A pull k (a + u) and k (b + v) with errors u, v shorter than the way [a, b] to the centre. *)
Lemma towards_of_error k a b u v s t :
  0 < k -> s = k * (a + u) -> t = k * (b + v) -> u ^ 2 + v ^ 2 <= a ^ 2 + b ^ 2 ->
  0 <= s * a + t * b.
Proof.
  intros positive -> -> short.
  replace (k * (a + u) * a + k * (b + v) * b) with (k * (a ^ 2 + a * u + b ^ 2 + b * v)) by ring.
  apply Rmult_le_pos; [lra |]; generalize (pow2_ge_0 (a + u)) (pow2_ge_0 (b + v)); intros; nra.
Qed.

(** The same for the velocities, which are the slopes over 1 + r. *)
Lemma inner_of_velocity s t r a b :
  0 < r -> 0 <= s * a + t * b -> 0 <= s / (1 + r) * a + t / (1 + r) * b.
Proof.
  intros positive inner.
  replace (s / (1 + r) * a + t / (1 + r) * b) with ((s * a + t * b) / (1 + r)) by (field; lra).
  apply Rle_mult_inv_pos; lra.
Qed.

Lemma inner_of_slopes s t r a b :
  0 < r -> 0 <= s / (1 + r) * a + t / (1 + r) * b -> 0 <= s * a + t * b.
Proof.
  intros positive inner.
  replace (s * a + t * b) with ((s / (1 + r) * a + t / (1 + r) * b) * (1 + r)) by (field; lra).
  apply Rmult_le_pos; lra.
Qed.

(** * Near a mode *)

(** ⟨∇d/d, A - x⟩ is not negative between 10⁻⁴σ and σ from the mode [a, b], σ² = 1/10, and at
    least at the distance e from the point A. *)
Definition moves_towards (p q : R -> R -> R) (a b A B e : R) : Prop :=
  forall x y, (/ 10000) ^ 2 / 10 <= (x - a) ^ 2 + (y - b) ^ 2 <= 1 / 10 ->
  e ^ 2 <= (A - x) ^ 2 + (B - y) ^ 2 ->
  0 <= velocity_x p q x y * (A - x) + velocity_y p q x y * (B - y).

Definition is_sign (a : R) : Prop := a = 1 \/ a = -1.

(** As printed, in the four cases: towards the mode itself. *)
Definition nearest_mode_printed : Prop :=
  forall a b, is_sign a -> is_sign b ->
  moves_towards data_1 generated_1 a b a b 0
  /\ moves_towards data_1 generated_2 a b a b 0
  /\ moves_towards data_1 generated_3 a b a b 0
  /\ moves_towards data_4 generated_4 (3 * a) (3 * b) (3 * a) (3 * b) 0.

Lemma nearest_mode_printed_false : ~ nearest_mode_printed.
Proof.
  intros printed; destruct (printed 1 1 (or_introl eq_refl) (or_introl eq_refl)) as [inward _].
  assert (wrong := inward (11 / 10) (11 / 10) ltac:(lra) ltac:(lra)).
  destruct (velocity_1 (11 / 10) (11 / 10)) as [first second].
  rewrite first, second in wrong.
  apply inner_of_slopes in wrong; [| apply ratio_pos_1].
  unfold slope_1 in wrong; destruct (tanh_far (10 * (11 / 10))); lra.
Qed.

(** The corrected form: towards the centre of pull of the mode. *)
Definition nearest_mode_corrected : Prop :=
  forall a b, is_sign a -> is_sign b ->
  moves_towards data_1 generated_1 a b (2 * a) (2 * b) (/ 10000)
  /\ moves_towards data_1 generated_2 a b a b (/ 10000)
  /\ moves_towards data_1 generated_3 a b ((10 * a - 1) / 9) ((10 * b - 1) / 9) (/ 10000)
  /\ moves_towards data_4 generated_4 (3 * a) (3 * b)
       ((90 * a - 3) / 29) ((90 * b - 3) / 29) (/ 10000).

Lemma slope_1_opp x : slope_1 (- x) = - slope_1 x.
Proof. unfold slope_1; replace (10 * - x) with (- (10 * x)) by ring; rewrite tanh_opp; ring. Qed.

Lemma slope_2_opp x : slope_2 (- x) = - slope_2 x.
Proof. unfold slope_2; replace (10 * - x) with (- (10 * x)) by ring; rewrite tanh_opp; ring. Qed.

Lemma slope_3_of_shortfall_neg x :
  slope_3 x = 9 * (- (11 / 9) - x + 10 / 9 * shortfall (10 * - x)).
Proof.
  unfold slope_3; replace (10 * x) with (- (10 * - x)) by ring.
  rewrite tanh_opp, tanh_of_shortfall; field.
Qed.

Lemma slope_4_of_shortfall_neg x :
  slope_4 x = 29 / 3 * (- (93 / 29) - x + 90 / 29 * shortfall (30 * - x)).
Proof.
  unfold slope_4; replace (30 * x) with (- (30 * - x)) by ring.
  rewrite tanh_opp, tanh_of_shortfall; field.
Qed.

(** One coordinate near a mode: the slope is k times the way to the centre but for a small u. *)
Lemma slopes_near a x :
  is_sign a -> (x - a) ^ 2 <= 1 / 10 ->
  (exists u, slope_1 x = 5 * (2 * a - x + u) /\ u ^ 2 <= / 200000000)
  /\ (exists u, slope_2 x = 10 * (a - x + u) /\ u ^ 2 <= / 200000000)
  /\ (exists u, slope_3 x = 9 * ((10 * a - 1) / 9 - x + u) /\ u ^ 2 <= / 200000000).
Proof.
  intros [-> | ->] near.
  - destruct (shortfall_small (10 * x)) as [least most]; [nra |]; repeat split.
    + exists (- (2 * shortfall (10 * x))); rewrite slope_1_of_shortfall; split; [ring | nra].
    + exists (- shortfall (10 * x)); rewrite slope_2_of_shortfall; split; [ring | nra].
    + exists (- (10 / 9 * shortfall (10 * x))); rewrite slope_3_of_shortfall; split; [field | nra].
  - destruct (shortfall_small (10 * - x)) as [least most]; [nra |]; repeat split.
    + exists (2 * shortfall (10 * - x)); replace x with (- - x) at 1 by ring.
      rewrite slope_1_opp, slope_1_of_shortfall; split; [ring | nra].
    + exists (shortfall (10 * - x)); replace x with (- - x) at 1 by ring.
      rewrite slope_2_opp, slope_2_of_shortfall; split; [ring | nra].
    + exists (10 / 9 * shortfall (10 * - x)); rewrite slope_3_of_shortfall_neg; split;
      [field | nra].
Qed.

Lemma slope_4_near a x :
  is_sign a -> (x - 3 * a) ^ 2 <= 1 / 10 ->
  exists u, slope_4 x = 29 / 3 * ((90 * a - 3) / 29 - x + u) /\ u ^ 2 <= / 200000000.
Proof.
  intros [-> | ->] near.
  - destruct (shortfall_small (30 * x)) as [least most]; [nra |].
    exists (- (90 / 29 * shortfall (30 * x))); rewrite slope_4_of_shortfall; split; [field | nra].
  - destruct (shortfall_small (30 * - x)) as [least most]; [nra |].
    exists (90 / 29 * shortfall (30 * - x)); rewrite slope_4_of_shortfall_neg; split; [field | nra].
Qed.

Lemma nearest_mode_corrected_true : nearest_mode_corrected.
Proof.
  assert (each : forall u v, u ^ 2 + v ^ 2 <= 1 / 10 -> u ^ 2 <= 1 / 10 /\ v ^ 2 <= 1 / 10)
    by (intros u v; generalize (pow2_ge_0 u) (pow2_ge_0 v); lra).
  intros a b sign_a sign_b; repeat split; intros x y [_ near] away;
    destruct (each _ _ near) as [near_x near_y].
  - destruct (velocity_1 x y) as [-> ->]; apply inner_of_velocity; [apply ratio_pos_1 |].
    destruct (slopes_near a x sign_a near_x) as [[u [first u_small]] _].
    destruct (slopes_near b y sign_b near_y) as [[v [second v_small]] _].
    apply (towards_of_error 5 _ _ u v); auto; lra.
  - assert (in_x : Rabs x < 2) by (apply Rabs_def1; destruct sign_a as [-> | ->]; nra).
    assert (in_y : Rabs y < 2) by (apply Rabs_def1; destruct sign_b as [-> | ->]; nra).
    destruct (velocity_2 x y in_x in_y) as [-> ->].
    apply inner_of_velocity; [apply ratio_pos_2; lra |].
    destruct (slopes_near a x sign_a near_x) as [_ [[u [first u_small]] _]].
    destruct (slopes_near b y sign_b near_y) as [_ [[v [second v_small]] _]].
    apply (towards_of_error 10 _ _ u v); auto; lra.
  - destruct (velocity_3 x y) as [-> ->]; apply inner_of_velocity; [apply ratio_pos_3 |].
    destruct (slopes_near a x sign_a near_x) as [_ [_ [u [first u_small]]]].
    destruct (slopes_near b y sign_b near_y) as [_ [_ [v [second v_small]]]].
    apply (towards_of_error 9 _ _ u v); auto; lra.
  - destruct (velocity_4 x y) as [-> ->]; apply inner_of_velocity; [apply ratio_pos_4 |].
    destruct (slope_4_near a x sign_a near_x) as [u [first u_small]].
    destruct (slope_4_near b y sign_b near_y) as [v [second v_small]].
    apply (towards_of_error (29 / 3) _ _ u v); auto; lra.
Qed.
