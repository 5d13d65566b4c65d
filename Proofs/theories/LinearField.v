(** Lengths and directions of the field of Assumption 4.1, and values of optimal discriminators. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients.
From Steepness Require Import Densities IsotropicGaussians OptimalDiscriminator.
From Steepness Require Import Collapse CollapseSteepness CollapseBound LinearAssumption.
Open Scope R_scope.

Lemma gradient_at_every_point_false :
  ~ forall (n : nat) (s : R) (c x : vector),
    0 < s -> distance n x c < 4 * s -> exists G, is_gradient n (linear_discriminator n s c) x G.
Proof.
  intros printed; destruct (exists_at_distance 1 origin 0) as [x at_mode]; [lia | lra |].
  destruct (printed 1%nat 1 origin x) as [G is]; [lra | lra |].
  now apply (no_gradient_at_mode 1 1 origin x G) in is; [| lia | lra |].
Qed.

Lemma gradient_of_assumed n N s modes d k x :
  assumed n N s modes d -> separated n N s modes -> 0 < s -> (k < N)%nat -> (1 <= n)%nat ->
  let r := distance n x (modes k) in
  let G := scale (- / (8 * s * r)) (sub x (modes k)) in
  (0 < r < 4 * s -> is_gradient n d x G /\ norm n G = / (8 * s))
  /\ (r = 0 \/ r = 4 * s -> forall H, ~ is_gradient n d x H).
Proof.
  intros is apart spread mode some r G; split.
  - intros inside; split.
    + apply (is_gradient_of_near _ _ (linear_discriminator n s (modes k)) _ _ (4 * s - r));
        [lra | | now apply is_gradient_linear_discriminator].
      intros y close; symmetry; apply is; [assumption |].
      assert (way := distance_triangle n y x (modes k)); unfold r, distance in *; lra.
    + unfold G; rewrite norm_scale, Rabs_Ropp; fold (distance n x (modes k)) r.
      rewrite Rabs_pos_eq; [field; lra |].
      left; apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra.
  - intros [at_mode | on_sphere] H H_is.
    + apply (no_gradient_at_mode n s (modes k) x H some spread at_mode).
      apply (is_gradient_of_near _ _ d _ _ (4 * s)); [lra | | exact H_is].
      intros y close; apply is; [assumption |].
      assert (way := distance_triangle n y x (modes k)); unfold r, distance in *; lra.
    + now apply (no_gradient_on_sphere n N s modes d k x H).
Qed.

Lemma balls_disjoint n N s modes x i j :
  separated n N s modes -> (i < N)%nat -> (j < N)%nat -> i <> j ->
  ~ (distance n x (modes i) < 4 * s /\ distance n x (modes j) < 4 * s).
Proof.
  intros apart first second different [near_i near_j].
  assert (gap := apart i j first second different).
  assert (way := distance_triangle n (modes i) x (modes j)); unfold distance in *.
  rewrite (distance_comm n (modes i) x) in way; lra.
Qed.

(** ‖∇d/d‖ wherever d has a gradient. *)
Lemma norm_log_gradient n s c x G :
  (1 <= n)%nat -> distance n x c < 4 * s -> is_gradient n (linear_discriminator n s c) x G ->
  norm n (scale (/ linear_discriminator n s c x) G) = / (4 * s - distance n x c).
Proof.
  intros some below is; assert (nonneg := norm_nonneg n (sub x c)); fold (distance n x c) in nonneg.
  destruct (Req_dec (distance n x c) 0) as [at_mode | away].
  - now apply (no_gradient_at_mode n s c x G) in is; [| | lra |].
  - assert (inside : 0 < distance n x c < 4 * s) by lra.
    rewrite <- (norm_linear_field n s c x inside), (linear_field_of_gradient n s c x inside).
    rewrite !(norm_scale n (/ linear_discriminator n s c x)); f_equal; apply norm_ext.
    now apply (gradient_unique n x (linear_discriminator n s c)), is_gradient_linear_discriminator.
Qed.

Lemma field_grows_to_boundary n s c :
  (forall x y, 0 < distance n x c -> distance n x c < distance n y c -> distance n y c < 4 * s ->
   norm n (linear_field n s c x) < norm n (linear_field n s c y))
  /\ forall e x, 0 < distance n x c -> 4 * s - e <= distance n x c < 4 * s ->
   / e <= norm n (linear_field n s c x).
Proof.
  split; intros.
  - rewrite !norm_linear_field by lra; apply Rinv_lt_contravar; [apply Rmult_lt_0_compat |]; lra.
  - rewrite norm_linear_field by lra; apply Rinv_le_contravar; lra.
Qed.

Lemma field_points_to_mode n s c x :
  0 < distance n x c < 4 * s -> dot n (linear_field n s c x) (sub x c) <= 0.
Proof.
  intros inside; unfold linear_field; rewrite dot_scale_l.
  assert (0 < / (distance n x c * (4 * s - distance n x c))).
  { apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra. }
  assert (nonneg := dot_self_nonneg n (sub x c)); nra.
Qed.

Lemma field_at_two_deviations n s c x :
  0 < s -> distance n x c = 2 * s -> norm n (linear_field n s c x) = / (2 * s).
Proof. intros spread there; rewrite norm_linear_field by lra; rewrite there; f_equal; ring. Qed.

Lemma eigenvalue_simplified s r :
  0 < r < 4 * s ->
  - / (r * (4 * s - r)) + (4 * s - 2 * r) / (r * (4 * s - r) ^ 2) = - / (4 * s - r) ^ 2.
Proof. intros; field; lra. Qed.

(** ** Arrows of Figure 13, where s² = 0.0125 *)

Lemma arrow_reaches n s c x k :
  0 < distance n x c < 4 * s -> 4 * s ^ 2 <= k ->
  distance n x c <= k * norm n (linear_field n s c x).
Proof.
  intros inside scaled; rewrite norm_linear_field by assumption; set (r := distance n x c) in *.
  apply Rmult_le_reg_r with (4 * s - r); [lra |].
  rewrite Rmult_assoc, Rinv_l by lra.
  assert (0 <= (r - 2 * s) ^ 2) by apply pow2_ge_0; nra.
Qed.

Lemma arrows_of_figure n s c x :
  0 < s -> s ^ 2 = 125 / 10000 -> 0 < distance n x c < 4 * s ->
  distance n x c <= norm n (linear_field n s c x) / 10.
Proof.
  intros spread square inside; unfold Rdiv; rewrite Rmult_comm.
  now apply arrow_reaches; [| lra].
Qed.

Lemma arrows_beyond n s c x :
  0 < s -> s ^ 2 = 125 / 10000 -> 0 < distance n x c < 4 * s ->
  (forall k, 1 / 20 <= k -> distance n x c <= k * norm n (linear_field n s c x))
  /\ 4 * s ^ 2 = 1 / 20
  /\ / (4 * s) <= norm n (linear_field n s c x) - distance n x c
  /\ 4 * s < / (4 * s) /\ 2.23 < / (4 * s).
Proof.
  intros spread square inside.
  assert (low : 447 / 4000 < s) by nra; assert (high : s < 448 / 4000) by nra.
  split; [intros; apply arrow_reaches; [assumption | lra] |].
  split; [lra |]; split; [| split].
  - rewrite norm_linear_field by assumption; set (r := distance n x c) in *.
    assert (/ (4 * s - r) - / (4 * s) = r * / ((4 * s - r) * (4 * s))) by (field; lra).
    assert (1 <= / ((4 * s - r) * (4 * s))); [| nra].
    rewrite <- Rinv_1 at 1; apply Rinv_le_contravar; nra.
  - apply Rmult_lt_reg_r with (4 * s); [lra |]; rewrite Rinv_l; nra.
  - apply Rmult_lt_reg_r with (4 * s); [lra |]; rewrite Rinv_l; lra.
Qed.

(** ** The values of an optimal discriminator: finitely many regions *)

Lemma optimal_values_false :
  ~ forall (p q : nat -> R),
    (forall i, (i < 3)%nat -> 0 < p i /\ 0 < q i) -> sum 3 p = 1 -> sum 3 q = 1 ->
    (exists i, (i < 3)%nat /\ p i <> q i) ->
    forall i, (i < 3)%nat -> optimal (p i) (q i) <= 1 / 2.
Proof.
  intros printed.
  assert (high : optimal (1 / 2) (1 / 4) <= 1 / 2); [| unfold optimal in high; lra].
  apply (printed (fun i => match i with O => 1 / 2 | _ => 1 / 4 end)
    (fun i => match i with 2%nat => 1 / 2 | _ => 1 / 4 end)) with (i := 0%nat); simpl; try lra.
  - intros i low; destruct i as [| [| [|]]]; lra || lia.
  - exists 0%nat; split; [lia | lra].
  - lia.
Qed.

Lemma mean_inverse_optimal N p q :
  (forall i, (i < N)%nat -> 0 < p i /\ 0 < q i) -> sum N p = 1 -> sum N q = 1 ->
  sum N (fun i => p i * / optimal (p i) (q i)) = 2
  /\ ((exists i, (i < N)%nat /\ optimal (p i) (q i) < 1 / 2) ->
   exists i, (i < N)%nat /\ 1 / 2 < optimal (p i) (q i)).
Proof.
  intros positive p_one q_one.
  assert (mean : sum N (fun i => p i * / optimal (p i) (q i)) = 2).
  { rewrite (sum_ext _ _ (fun i => p i + q i)); [rewrite sum_plus; lra |].
    intros i low; destruct (positive i low); unfold optimal; field; lra. }
  split; [exact mean |]; intros [k [k_low below]].
  assert (search : forall M, (M <= N)%nat ->
    (exists i, (i < M)%nat /\ 1 / 2 < optimal (p i) (q i))
    \/ forall i, (i < M)%nat -> optimal (p i) (q i) <= 1 / 2).
  { induction M; intros size; [right; intros; lia |].
    destruct IHM as [[i [low above]] | none]; [lia | left; exists i; auto |].
    destruct (Rlt_le_dec (1 / 2) (optimal (p M) (q M))); [left; exists M; auto |].
    right; intros i low; destruct (Nat.eq_dec i M) as [-> |]; [assumption | apply none; lia]. }
  destruct (search N ltac:(lia)) as [found | none]; [exact found | exfalso].
  assert (order : forall i, (i < N)%nat -> p i <= q i).
  { intros i low; specialize (none i low); destruct (positive i low); unfold optimal in none.
    apply Rmult_le_compat_r with (r := p i + q i) in none; [| lra].
    replace (p i / (p i + q i) * (p i + q i)) with (p i) in none by (field; lra); lra. }
  assert (strict : p k < q k).
  { destruct (positive k k_low); unfold optimal in below.
    apply Rmult_lt_compat_r with (r := p k + q k) in below; [| lra].
    replace (p k / (p k + q k) * (p k + q k)) with (p k) in below by (field; lra); lra. }
  assert (gap := term_le_sum N (fun i => q i - p i) k).
  rewrite sum_minus in gap; assert (q k - p k <= sum N q - sum N p); [| lra].
  apply gap; [intros i low; specialize (order i low); lra | assumption].
Qed.

(** ** The toy example of appendix G.1 *)

(** p_data has the modes (±1, ±1) and the variance 1/80; p_g the same modes and the variance v. *)
Lemma toy_discriminator_linear_false :
  ~ forall v x y : R, 1 / 80 <= v <= 16 * (1 / 80) ->
    let r := sqrt ((x - 1) ^ 2 + (y - 1) ^ 2) in
    r <= 4 * sqrt (1 / 80) ->
    Rabs (optimal (mixture (1 / 80) 1 x y) (mixture v 1 x y) - (1 / 2 - r / (8 * sqrt (1 / 80))))
      <= 1 / 10.
Proof.
  intros printed; set (s := sqrt (1 / 80)) in *.
  assert (s_pos : 0 < s) by (apply sqrt_lt_R0; lra).
  specialize (printed (1 / 80) (1 + 4 * s) 1 ltac:(lra)); cbv zeta in printed.
  replace ((1 + 4 * s - 1) ^ 2 + (1 - 1) ^ 2) with ((4 * s) ^ 2) in printed by ring.
  rewrite sqrt_pow2 in printed by lra; rewrite optimal_equal in printed by (apply mixture_pos; lra).
  specialize (printed ltac:(lra)).
  replace (1 / 2 - (1 / 2 - 4 * s / (8 * s))) with (1 / 2) in printed by (field; lra).
  rewrite Rabs_pos_eq in printed; lra.
Qed.
