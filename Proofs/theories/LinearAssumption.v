(** Assumption 4.1 and what section 4.1 says around it. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients.
From Steepness Require Import Densities IsotropicGaussians OptimalDiscriminator.
From Steepness Require Import Collapse CollapseSteepness CollapseBound.
Open Scope R_scope.

(** Weights of a mixture of N modes. *)
Definition probabilities (N : nat) (w : nat -> R) : Prop := weights N w /\ sum N w = 1.

(** N modes are at least 8s apart. *)
Definition separated (n N : nat) (s : R) (modes : nat -> vector) : Prop :=
  forall i j, (i < N)%nat -> (j < N)%nat -> i <> j -> 8 * s <= distance n (modes i) (modes j).

(** x is outside of the ball of radius 4s around every mode. *)
Definition outside (n N : nat) (s : R) (modes : nat -> vector) (x : vector) : Prop :=
  forall k, (k < N)%nat -> 4 * s <= distance n x (modes k).

(** d is as Assumption 4.1 has it. *)
Definition assumed (n N : nat) (s : R) (modes : nat -> vector) (d : vector -> R) : Prop :=
  (forall k x, (k < N)%nat -> distance n x (modes k) < 4 * s ->
    d x = linear_discriminator n s (modes k) x)
  /\ (forall x, outside n N s modes x -> d x = 0).

(** ** Optimal discriminators *)

Lemma one_mode : probabilities 1 (fun _ => 1).
Proof. repeat split; intros; simpl; lra. Qed.

Lemma one_mode_separated n s modes : separated n 1 s modes.
Proof. intros i j; lia. Qed.

Lemma optimal_equal p : 0 < p -> optimal p p = 1 / 2.
Proof. intros; unfold optimal; field; lra. Qed.

Lemma optimal_at_convergence_false :
  ~ forall (n N : nat) (w : nat -> R) (s : R) (modes : nat -> vector) (x : vector),
    probabilities N w -> 0 < s -> separated n N s modes -> outside n N s modes x ->
    optimal (mixture_n n N w s modes x) (mixture_n n N w s modes x) <= 1 / 4.
Proof.
  intros printed; destruct (exists_at_distance 1 origin 4) as [x away]; [lia | lra |].
  assert (bound := printed 1%nat 1%nat (fun _ => 1) 1 (fun _ => origin) x one_mode).
  rewrite optimal_equal in bound by (apply mixture_n_pos; [apply one_mode | lra]).
  assert (1 / 2 <= 1 / 4); [| lra].
  apply bound; [lra | apply one_mode_separated | intros k _; lra].
Qed.

Lemma objective_stationary_iff p q d :
  0 < p -> 0 < q -> 0 < d < 1 ->
  (is_derive (objective p q) d 0 <-> d = optimal p q) /\ optimal p p = 1 / 2.
Proof.
  intros p_pos q_pos between; split; [| now apply optimal_equal].
  assert (slope := is_derive_objective p q p_pos q_pos d between).
  split; intros found.
  - assert (zero : (p + q) * (optimal p q - d) / (d * (1 - d)) = 0).
    { apply is_derive_unique in slope; apply is_derive_unique in found; congruence. }
    assert (0 < d * (1 - d)) by nra.
    assert (product : (p + q) * (optimal p q - d) = 0).
    { replace ((p + q) * (optimal p q - d))
        with ((p + q) * (optimal p q - d) / (d * (1 - d)) * (d * (1 - d))) by (field; lra).
      rewrite zero; ring. }
    apply Rmult_integral in product; lra.
  - evar_last; [exact slope |]; rewrite found at 1; field; lra.
Qed.

Lemma optimal_minus_half p q :
  0 < p -> 0 < q -> optimal p q - 1 / 2 = (p - q) / (2 * (p + q)).
Proof. intros; unfold optimal; field; lra. Qed.

(** One mode in the plane against a broader Gaussian. *)
Lemma optimal_far_le s t c x :
  0 < s < t ->
  optimal (gaussian_n 2 s c x) (gaussian_n 2 t c x)
  <= (t / s) ^ 2 * exp (- distance 2 x c ^ 2 * (1 / s ^ 2 - 1 / t ^ 2) / 2).
Proof.
  intros broader; assert (p_pos := gaussian_n_pos 2 s c x (proj1 broader)).
  assert (q_pos := gaussian_n_pos 2 t c x ltac:(lra)).
  apply Rle_trans with (gaussian_n 2 s c x / gaussian_n 2 t c x).
  - unfold optimal; apply Rmult_le_compat_l; [lra |]; apply Rinv_le_contravar; lra.
  - right; apply Rmult_eq_reg_r with (gaussian_n 2 t c x); [| lra].
    replace (gaussian_n 2 s c x / gaussian_n 2 t c x * gaussian_n 2 t c x)
      with (gaussian_n 2 s c x) by (field; lra).
    unfold gaussian_n, distance; rewrite norm_pow2.
    assert (two_pi : 0 < sqrt (2 * PI)) by (apply sqrt_lt_R0; generalize PI_RGT_0; lra).
    set (q := dot 2 (sub x c) (sub x c)).
    replace (- q / (2 * s ^ 2)) with (- q * (1 / s ^ 2 - 1 / t ^ 2) / 2 + - q / (2 * t ^ 2))
      by (field; lra).
    rewrite exp_plus; field; lra.
Qed.

Lemma optimal_outside_false :
  ~ forall (n N : nat) (w : nat -> R) (s t : R) (modes : nat -> vector) (x : vector),
    probabilities N w -> 0 < s -> 0 < t -> separated n N s modes -> outside n N s modes x ->
    optimal (mixture_n n N w s modes x) (mixture_n n N w t modes x) = 0.
Proof.
  intros printed; destruct (exists_at_distance 1 origin 4) as [x away]; [lia | lra |].
  assert (zero := printed 1%nat 1%nat (fun _ => 1) 1 1 (fun _ => origin) x one_mode).
  rewrite optimal_equal in zero by (apply mixture_n_pos; [apply one_mode | lra]).
  assert (1 / 2 = 0); [| lra].
  apply zero; [lra | lra | apply one_mode_separated | intros k _; lra].
Qed.

Lemma optimal_of_mixture_pos n N w s modes x q :
  probabilities N w -> 0 < s -> 0 <= q -> 0 < optimal (mixture_n n N w s modes x) q.
Proof.
  intros [positive _] s_pos nonneg; assert (p_pos := mixture_n_pos n N w s modes x positive s_pos).
  apply Rdiv_lt_0_compat; lra.
Qed.

(** ** Where the assumed discriminator has a gradient *)

Lemma no_gradient_at_mode n s c x G :
  (1 <= n)%nat -> 0 < s -> distance n x c = 0 ->
  ~ is_gradient n (linear_discriminator n s c) x G.
Proof.
  intros some spread at_mode is.
  assert (eighth : 0 < / (8 * s)) by (apply Rinv_0_lt_compat; lra).
  destruct (is (/ (8 * s) / 2)) as [e [e_pos near]]; [lra |].
  assert (zero := coordinate_of_norm_zero n _ at_mode).
  assert (step : forall k, Rabs k < e -> Rabs (- (Rabs k / (8 * s)) - k * G 0%nat)
    <= / (8 * s) / 2 * Rabs k).
  { intros k small.
    assert (move : norm n (sub (add x (scale k (unit 0))) x) = Rabs k).
    { rewrite (norm_ext n _ (scale k (unit 0))) by (intros i _; unfold sub, add; ring).
      rewrite norm_scale, norm_unit by assumption; ring. }
    specialize (near (add x (scale k (unit 0)))); rewrite move in near.
    assert (slope : dot n G (sub (add x (scale k (unit 0))) x) = k * G 0%nat).
    { rewrite (dot_ext n G G _ (scale k (unit 0))) by
        (easy || (intros i _; unfold sub, add; ring)).
      rewrite dot_scale_r, dot_comm, dot_unit_l by assumption; ring. }
    assert (away : distance n (add x (scale k (unit 0))) c = Rabs k).
    { rewrite <- move; apply norm_ext; intros i row; unfold sub in *; specialize (zero i row).
      cbv beta in zero; unfold add; lra. }
    rewrite slope in near; unfold linear_discriminator in near; rewrite away, at_mode in near.
    replace (- (Rabs k / (8 * s)) - k * G 0%nat)
      with (1 / 2 - Rabs k / (8 * s) - (1 / 2 - 0 / (8 * s)) - k * G 0%nat) by (field; lra).
    now apply near. }
  assert (right_side := step (e / 2)); assert (left_side := step (- (e / 2))).
  rewrite Rabs_Ropp in left_side; rewrite Rabs_pos_eq in right_side, left_side by lra.
  specialize (right_side ltac:(lra)); specialize (left_side ltac:(lra)).
  apply Rabs_le_between in right_side; apply Rabs_le_between in left_side.
  unfold Rdiv in right_side, left_side; nra.
Qed.

Lemma ball_or_outside n N s modes y :
  (exists k, (k < N)%nat /\ distance n y (modes k) < 4 * s) \/ outside n N s modes y.
Proof.
  induction N as [| N [[k [low close]] | far]]; [right; intros k; lia | left; exists k; auto |].
  destruct (Rlt_le_dec (distance n y (modes N)) (4 * s)) as [close | beyond].
  - left; exists N; auto.
  - right; intros k low; destruct (Nat.eq_dec k N) as [-> | other]; [assumption | apply far; lia].
Qed.

Lemma no_gradient_on_sphere n N s modes d k x G :
  assumed n N s modes d -> separated n N s modes -> 0 < s -> (k < N)%nat ->
  distance n x (modes k) = 4 * s -> ~ is_gradient n d x G.
Proof.
  intros [inner outer] apart spread mode on_sphere is.
  assert (beyond : outside n N s modes x).
  { intros j other; destruct (Nat.eq_dec j k) as [-> | different]; [lra |].
    assert (way := distance_triangle n (modes k) x (modes j)).
    assert (gap := apart k j mode other ltac:(lia)); unfold distance in *.
    rewrite (distance_comm n (modes k) x) in way; lra. }
  assert (nonneg : forall y, 0 <= d y).
  { intros y; destruct (ball_or_outside n N s modes y) as [[j [other in_ball]] | none].
    - rewrite (inner j) by assumption; unfold linear_discriminator.
      assert (distance n y (modes j) / (8 * s) <= 1 / 2); [| lra].
      apply Rmult_le_reg_r with (8 * s); [lra |]; unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l; lra.
    - rewrite outer by assumption; lra. }
  assert (eighth : 0 < / (8 * s)) by (apply Rinv_0_lt_compat; lra).
  destruct (is (/ (8 * s) / 4)) as [e [e_pos near]]; [lra |].
  set (u := scale (/ (4 * s)) (sub (modes k) x)).
  assert (length : norm n u = 1).
  { unfold u; rewrite norm_scale, Rabs_pos_eq by (left; apply Rinv_0_lt_compat; lra).
    rewrite distance_comm; fold (distance n x (modes k)); rewrite on_sphere; field; lra. }
  assert (step : forall h, Rabs h < e ->
    Rabs (d (add x (scale h u)) - h * dot n G u) <= / (8 * s) / 4 * Rabs h).
  { intros h small.
    assert (same_move : same n (sub (add x (scale h u)) x) (scale h u))
      by (intros i _; unfold sub, add; ring).
    assert (move : norm n (sub (add x (scale h u)) x) = Rabs h).
    { rewrite (norm_ext n _ _ same_move), norm_scale, length; ring. }
    specialize (near (add x (scale h u))); rewrite move in near.
    rewrite (outer x beyond), (dot_ext n G G _ _ ltac:(easy) same_move), dot_scale_r in near.
    replace (d (add x (scale h u)) - h * dot n G u)
      with (d (add x (scale h u)) - 0 - h * dot n G u) by ring; now apply near. }
  set (h := Rmin (e / 2) s).
  assert (h_pos : 0 < h) by (apply Rmin_glb_lt; lra).
  assert (h_e : h <= e / 2) by apply Rmin_l; assert (h_s : h <= s) by apply Rmin_r.
  assert (inward := step h); assert (outward := step (- h)).
  rewrite Rabs_Ropp in outward; rewrite Rabs_pos_eq in inward, outward by lra.
  specialize (inward ltac:(lra)); specialize (outward ltac:(lra)).
  assert (in_value : d (add x (scale h u)) = h * / (8 * s)).
  { assert (nearer : distance n (add x (scale h u)) (modes k) = 4 * s - h).
    { unfold distance; rewrite (norm_ext n _ (scale (1 - h / (4 * s)) (sub x (modes k)))).
      - rewrite norm_scale; fold (distance n x (modes k)); rewrite on_sphere.
        assert (h / (4 * s) <= 1).
        { apply Rmult_le_reg_r with (4 * s); [lra |]; unfold Rdiv.
          rewrite Rmult_assoc, Rinv_l; lra. }
        rewrite Rabs_pos_eq by lra; field; lra.
      - intros i _; unfold u, sub, add, scale; field; lra. }
    rewrite (inner k) by (auto; lra); unfold linear_discriminator; rewrite nearer; field; lra. }
  rewrite in_value in inward; assert (out_value := nonneg (add x (scale (- h) u))).
  apply Rabs_le_between in inward; apply Rabs_le_between in outward; nra.
Qed.
