(** The data on the line: a mixture of N normal distributions of one width, and the monotone map
    that carries N(0, 1) to it. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import Missing.LinearChange Densities.
Open Scope R_scope.

(** The density Σ wᵢ N(xᵢ, s²) over i < N. *)
Definition mixture_density (N : nat) (w x : nat -> R) (s y : R) : R :=
  sum N (fun i => w i * gaussian1 (x i) s y).

(** Its distribution function. *)
Definition mixture_cdf (N : nat) (w x : nat -> R) (s y : R) : R :=
  sum N (fun i => w i * Phi ((y - x i) / s)).

(** Weights are not negative and add up to 1; equal ones are 1/N. *)
Definition mixture_weights (N : nat) (w : nat -> R) : Prop :=
  (forall i, (i < N)%nat -> 0 <= w i) /\ sum N w = 1.
Definition equal (N : nat) : nat -> R := fun _ => / INR N.

(** g = Ψ⁻¹∘Φ, Ψ the distribution function of the mixture. *)
Definition monotone_map (N : nat) (w x : nat -> R) (s : R) (g : R -> R) : Prop :=
  forall z, mixture_cdf N w x s (g z) = Phi z.

(** Neighbouring modes are D apart, or more. *)
Definition line_separated (N : nat) (x : nat -> R) (D : R) : Prop :=
  forall i, (S i < N)%nat -> D <= x (S i) - x i.
Definition ascending (N : nat) (x : nat -> R) : Prop :=
  forall i, (S i < N)%nat -> x i < x (S i).

(** The middle of gap i, and half of the gap in units of s. *)
Definition midpoint (x : nat -> R) (i : nat) : R := (x i + x (S i)) / 2.
Definition half_gap (x : nat -> R) (s : R) (i : nat) : R := (x (S i) - x i) / (2 * s).

Lemma gaussian1_eq m s y : 0 < s -> gaussian1 m s y = phi ((y - m) / s) / s.
Proof.
  intros positive; unfold gaussian1, phi; generalize sqrt_2PI_pos; intros.
  replace (- ((y - m) / s) ^ 2 / 2) with (- (y - m) ^ 2 / (2 * s ^ 2)) by (field; lra).
  field; lra.
Qed.

Lemma is_derive_finite_sum n (f : nat -> R -> R) (df : nat -> R) (x : R) :
  (forall i, (i < n)%nat -> is_derive (f i) x (df i)) ->
  is_derive (fun u => sum n (fun i => f i u)) x (sum n df).
Proof.
  induction n; intros smooth; simpl; [apply (is_derive_const (0 : R)) |].
  apply (is_derive_plus (fun u => sum n (fun i => f i u)) (f n)); auto.
Qed.

(** Two neighbours are no more than the sum. *)
Lemma neighbours_le_sum n f i :
  (forall j, (j < n)%nat -> 0 <= f j) -> (S i < n)%nat -> f i + f (S i) <= sum n f.
Proof.
  induction n; intros nonneg inside; [lia |]; simpl.
  destruct (Nat.eq_dec (S i) n) as [<- |].
  - apply Rplus_le_compat_r, term_le_sum; auto; lia.
  - assert (f i + f (S i) <= sum n f) by (apply IHn; auto; lia).
    assert (0 <= f n) by auto; lra.
Qed.

Lemma sum_pos n f i :
  (forall j, (j < n)%nat -> 0 <= f j) -> (i < n)%nat -> 0 < f i -> 0 < sum n f.
Proof. intros nonneg inside positive; generalize (term_le_sum n f i nonneg inside); lra. Qed.

Lemma weights_equal N : (1 <= N)%nat -> mixture_weights N (equal N).
Proof.
  intros some; assert (0 < INR N) by (apply lt_0_INR; lia); split.
  - intros; left; now apply Rinv_0_lt_compat.
  - unfold equal; rewrite sum_const; field; lra.
Qed.

Section Mixture.

Variables (N : nat) (w x : nat -> R) (s : R).
Hypotheses (s_pos : 0 < s) (w_is : mixture_weights N w).

Notation density := (mixture_density N w x s).
Notation cdf := (mixture_cdf N w x s).

Lemma exists_weight : exists i, (i < N)%nat /\ 0 < w i.
Proof.
  destruct w_is as [nonneg total]; clear w_is; induction N as [| n]; simpl in total; [lra |].
  destruct (Rle_or_lt (w n) 0) as [none | some].
  - destruct IHn as [i [inside positive]]; [auto | |].
    + assert (0 <= w n) by auto; lra.
    + exists i; auto.
  - exists n; auto.
Qed.

Lemma mixture_density_pos y : 0 < density y.
Proof.
  destruct exists_weight as [i [inside positive]], w_is as [nonneg _].
  apply sum_pos with i; [| assumption |].
  - intros j bound; apply Rmult_le_pos; auto; left; now apply gaussian1_pos.
  - apply Rmult_lt_0_compat; [assumption | now apply gaussian1_pos].
Qed.

Lemma is_derive_mixture_cdf y : is_derive cdf y (density y).
Proof.
  apply is_derive_finite_sum; intros i _; rewrite gaussian1_eq by assumption.
  apply (is_derive_scal (fun y => Phi ((y - x i) / s))).
  apply (is_derive_value _ _ (/ s * phi ((y - x i) / s))); [| unfold Rdiv; apply Rmult_comm].
  apply (is_derive_comp Phi (fun y => (y - x i) / s)); [apply is_derive_Phi |].
  auto_derive; [lra | field; lra].
Qed.

Lemma mixture_cdf_increasing a b : a < b -> cdf a < cdf b.
Proof.
  intros less.
  destruct (mean_value _ _ a b is_derive_mixture_cdf less) as [c [_ mean]].
  assert (positive := mixture_density_pos c); nra.
Qed.

Lemma mixture_cdf_le a b : a <= b -> cdf a <= cdf b.
Proof. intros [less | ->]; [left; now apply mixture_cdf_increasing | lra]. Qed.

Lemma mixture_cdf_le_reg a b : cdf a <= cdf b -> a <= b.
Proof.
  intros less; apply Rnot_lt_le; intros more; generalize (mixture_cdf_increasing _ _ more); lra.
Qed.

Lemma mixture_cdf_lt_reg a b : cdf a < cdf b -> a < b.
Proof. intros less; apply Rnot_le_lt; intros more; generalize (mixture_cdf_le _ _ more); lra. Qed.

Lemma mixture_cdf_injective a b : cdf a = cdf b -> a = b.
Proof. intros same; apply Rle_antisym; apply mixture_cdf_le_reg; lra. Qed.

Lemma mixture_cdf_ge v y : (forall i, (i < N)%nat -> v <= (y - x i) / s) -> Phi v <= cdf y.
Proof.
  destruct w_is as [nonneg total]; intros right; unfold mixture_cdf.
  replace (Phi v) with (sum N (fun i => Phi v * w i)) by (rewrite sum_scal, total; ring).
  apply sum_le; intros i inside; rewrite Rmult_comm; apply Rmult_le_compat_l; auto.
  now apply Phi_le, right.
Qed.

Lemma mixture_cdf_at_most v y : (forall i, (i < N)%nat -> (y - x i) / s <= v) -> cdf y <= Phi v.
Proof.
  destruct w_is as [nonneg total]; intros left; unfold mixture_cdf.
  replace (Phi v) with (sum N (fun i => Phi v * w i)) by (rewrite sum_scal, total; ring).
  apply sum_le; intros i inside; rewrite (Rmult_comm (Phi v)); apply Rmult_le_compat_l; auto.
  now apply Phi_le, left.
Qed.

(** All modes lie within some distance of 0. *)
Lemma modes_bounded : exists B, forall i, (i < N)%nat -> Rabs (x i) <= B.
Proof.
  clear w_is; induction N as [| n [B bound]]; [exists 0; intros; lia |].
  exists (Rmax B (Rabs (x n))); intros i inside.
  destruct (Nat.eq_dec i n) as [-> |]; [apply Rmax_r |].
  apply Rle_trans with B; [apply bound; lia | apply Rmax_l].
Qed.

Lemma mixture_cdf_between y : 0 < cdf y < 1.
Proof.
  destruct modes_bounded as [B bound]; split.
  - apply Rlt_le_trans with (Phi ((y - B) / s)); [apply Phi_pos |].
    apply mixture_cdf_ge; intros i inside; apply Rmult_le_compat_r.
    + left; now apply Rinv_0_lt_compat.
    + generalize (Rle_trans _ _ _ (Rle_abs _) (bound i inside)); lra.
  - apply Rle_lt_trans with (Phi ((y + B) / s)); [| apply Phi_lt_1].
    apply mixture_cdf_at_most; intros i inside; apply Rmult_le_compat_r.
    + left; now apply Rinv_0_lt_compat.
    + assert (low := bound i inside); apply Rabs_le_between in low; lra.
Qed.

Lemma continuity_mixture_cdf y : continuity_pt cdf y.
Proof.
  apply continuity_pt_filterlim, (ex_derive_continuous cdf).
  eexists; apply is_derive_mixture_cdf.
Qed.

Lemma mixture_cdf_onto z : exists y, cdf y = Phi z.
Proof.
  destruct modes_bounded as [B bound].
  destruct (IVT_gen cdf (s * z - B) (s * z + B) (Phi z)) as [y [_ y_is]].
  - intros y; apply continuity_mixture_cdf.
  - assert (low : cdf (s * z - B) <= Phi z).
    { apply mixture_cdf_at_most; intros i inside; apply Rle_div_l; [assumption |].
      assert (near := bound i inside); apply Rabs_le_between in near; lra. }
    assert (high : Phi z <= cdf (s * z + B)).
    { apply mixture_cdf_ge; intros i inside; apply Rle_div_r; [assumption |].
      assert (near := bound i inside); apply Rabs_le_between in near; lra. }
    rewrite Rmin_left, Rmax_right; lra.
  - now exists y.
Qed.

(** The anchor of y: below it N(0, 1) has the mass that the data have below y. *)
Lemma exists_anchor y : exists z, Phi z = cdf y.
Proof. apply Phi_onto, mixture_cdf_between. Qed.

(** The monotone map exists. *)
Lemma monotone_map_exists : exists g, monotone_map N w x s g.
Proof.
  exists (fun z => real (Lub_Rbar (fun y => cdf y <= Phi z))); intros z.
  destruct (mixture_cdf_onto z) as [y y_is]; rewrite (is_lub_Rbar_unique _ y); [exact y_is |];
    split.
  - intros v v_is; apply mixture_cdf_le_reg; lra.
  - intros [b | |] bound; simpl; [| exact I |]; apply (bound y); lra.
Qed.

Section Map.

Variable g : R -> R.
Hypothesis g_is : monotone_map N w x s g.

Lemma monotone_map_at y z : Phi z = cdf y -> g z = y.
Proof. intros z_is; apply mixture_cdf_injective; now rewrite g_is. Qed.

Lemma monotone_map_increasing a b : a < b -> g a < g b.
Proof. intros less; apply mixture_cdf_lt_reg; rewrite !g_is; now apply Phi_increasing. Qed.

(** g'(z) = φ(z)/p(g(z)), p the density of the data. *)
Lemma is_derive_monotone_map z : is_derive g z (phi z / density (g z)).
Proof.
  apply (is_derive_of_comp cdf).
  - apply (continuous_of_increasing_comp cdf); [apply mixture_cdf_increasing |].
    apply (continuous_ext Phi); [intros; now rewrite g_is | apply continuous_Phi].
  - apply Rgt_not_eq, mixture_density_pos.
  - apply is_derive_mixture_cdf.
  - apply (is_derive_ext Phi); [intros; now rewrite g_is | apply is_derive_Phi].
Qed.

Lemma Derive_monotone_map z : Derive g z = phi z / density (g z).
Proof. apply is_derive_unique, is_derive_monotone_map. Qed.

Lemma Rabs_Derive_monotone_map z : Rabs (Derive g z) = phi z / density (g z).
Proof.
  rewrite Derive_monotone_map; apply Rabs_pos_eq; left; apply Rdiv_lt_0_compat.
  - apply phi_pos.
  - apply mixture_density_pos.
Qed.

(** (g⁻¹)'(y) = Ψ'(y)/φ(Φ⁻¹(Ψ(y))), for the inverse f of g. *)
Lemma is_derive_monotone_inverse f :
  (forall y, Phi (f y) = cdf y) -> forall y, is_derive f y (density y / phi (f y)).
Proof.
  intros f_is y; apply (is_derive_of_comp Phi).
  - apply (continuous_of_increasing_comp Phi); [apply Phi_increasing |].
    apply (continuous_ext cdf); [intros; now rewrite f_is |].
    apply (ex_derive_continuous cdf); eexists; apply is_derive_mixture_cdf.
  - apply Rgt_not_eq, phi_pos.
  - apply is_derive_Phi.
  - apply (is_derive_ext cdf); [intros; now rewrite f_is | apply is_derive_mixture_cdf].
Qed.

End Map.

End Mixture.

(** ** Equal weights and modes in order *)

Lemma mode_le N x i j : ascending N x -> (i <= j)%nat -> (j < N)%nat -> x i <= x j.
Proof.
  intros order less inside; induction less as [| j less]; [lra |].
  assert (x i <= x j) by (apply IHless; lia); generalize (order j inside); lra.
Qed.

Lemma ascending_of_separated N x D : 0 < D -> line_separated N x D -> ascending N x.
Proof. intros positive apart i inside; generalize (apart i inside); lra. Qed.

Lemma ascending_of_6s N x s : 0 < s -> line_separated N x (6 * s) -> ascending N x.
Proof. intros positive; apply ascending_of_separated; lra. Qed.

(** Modes on the left of gap i lie h to the left of its middle, or more; the others to the right. *)
Lemma mode_below_midpoint N x s i j :
  0 < s -> ascending N x -> (j <= i)%nat -> (S i < N)%nat ->
  half_gap x s i <= (midpoint x i - x j) / s.
Proof.
  intros positive order less inside; unfold half_gap, midpoint.
  assert (x j <= x i) by (apply (mode_le N); auto; lia).
  apply -> Rle_div_r; [| assumption]; apply Rle_trans with ((x (S i) - x i) / 2); [| lra].
  right; field; lra.
Qed.

Lemma mode_above_midpoint N x s i j :
  0 < s -> ascending N x -> (S i <= j)%nat -> (j < N)%nat ->
  (midpoint x i - x j) / s <= - half_gap x s i.
Proof.
  intros positive order less inside; unfold half_gap, midpoint.
  assert (x (S i) <= x j) by (apply (mode_le N); auto; lia).
  apply Rle_div_l; [assumption |]; apply Rle_trans with (- ((x (S i) - x i) / 2)); [lra |].
  right; field; lra.
Qed.

Lemma half_gap_pos N x s i : 0 < s -> ascending N x -> (S i < N)%nat -> 0 < half_gap x s i.
Proof.
  intros positive order inside; generalize (order i inside); intros.
  apply Rdiv_lt_0_compat; lra.
Qed.

Section Midpoint.

Variables (N : nat) (x : nat -> R) (s : R) (i : nat).
Hypotheses (s_pos : 0 < s) (order : ascending N x) (inside : (S i < N)%nat).

Notation h := (half_gap x s i).

Lemma INR_N_pos : 0 < INR N.
Proof. apply lt_0_INR; lia. Qed.

Lemma equal_cdf y : mixture_cdf N (equal N) x s y = / INR N * sum N (fun j => Phi ((y - x j) / s)).
Proof. unfold mixture_cdf, equal; now rewrite sum_scal. Qed.

Lemma equal_density y :
  mixture_density N (equal N) x s y = / INR N * (sum N (fun j => phi ((y - x j) / s)) / s).
Proof.
  unfold mixture_density, equal; rewrite sum_scal; f_equal; unfold Rdiv at 1.
  rewrite Rmult_comm, <- sum_scal; apply sum_ext; intros; rewrite gaussian1_eq by assumption.
  unfold Rdiv; ring.
Qed.

(** Of N times the mass, 1 at least is below a midpoint, and 1 above it. *)
Lemma mass_below_midpoint :
  / INR N <= mixture_cdf N (equal N) x s (midpoint x i) <= 1 - / INR N.
Proof.
  assert (positive := INR_N_pos); rewrite equal_cdf.
  set (f := fun j => Phi ((midpoint x i - x j) / s)).
  assert (lower : f i + f (S i) <= sum N f).
  { apply neighbours_le_sum; [intros; left; apply Phi_pos | assumption]. }
  assert (upper : (1 - f i) + (1 - f (S i)) <= sum N (fun j => 1 - f j)).
  { apply (neighbours_le_sum N (fun j => 1 - f j)); [| assumption].
    intros j _; generalize (Phi_lt_1 ((midpoint x i - x j) / s)); unfold f; lra. }
  rewrite (sum_minus N (fun _ => 1) f), sum_const in upper.
  assert (pair : f i + f (S i) = 1).
  { unfold f, midpoint; replace (((x i + x (S i)) / 2 - x (S i)) / s)
      with (- (((x i + x (S i)) / 2 - x i) / s)) by (field; lra); rewrite Phi_opp; ring. }
  split.
  - apply Rle_trans with (/ INR N * 1); [lra |].
    apply Rmult_le_compat_l; [left; now apply Rinv_0_lt_compat | lra].
  - replace (1 - / INR N) with (/ INR N * (INR N - 1)) by (field; lra).
    apply Rmult_le_compat_l; [left; now apply Rinv_0_lt_compat | lra].
Qed.

Lemma phi_at_midpoint j : (j < N)%nat -> phi ((midpoint x i - x j) / s) <= phi h.
Proof.
  intros some; assert (positive := half_gap_pos N x s i s_pos order inside).
  apply phi_le; destruct (le_lt_dec j i).
  - generalize (mode_below_midpoint N x s i j s_pos order l inside); nra.
  - generalize (mode_above_midpoint N x s i j s_pos order l some); nra.
Qed.

Lemma density_at_midpoint_le :
  mixture_density N (equal N) x s (midpoint x i) <= phi h / s.
Proof.
  assert (positive := INR_N_pos); rewrite equal_density.
  replace (phi h / s) with (/ INR N * ((INR N * phi h) / s)) by (field; lra).
  apply Rmult_le_compat_l; [left; now apply Rinv_0_lt_compat |].
  apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat |].
  rewrite <- sum_const; apply sum_le; intros; now apply phi_at_midpoint.
Qed.

Lemma density_at_midpoint_ge :
  2 / INR N * (phi h / s) <= mixture_density N (equal N) x s (midpoint x i).
Proof.
  assert (positive := INR_N_pos); rewrite equal_density.
  replace (2 / INR N * (phi h / s)) with (/ INR N * ((phi h + phi h) / s)) by (field; lra).
  apply Rmult_le_compat_l; [left; now apply Rinv_0_lt_compat |].
  apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat |].
  apply Rle_trans with (2 := neighbours_le_sum N (fun j => phi ((midpoint x i - x j) / s)) i
    (fun j _ => Rlt_le _ _ (phi_pos _)) inside).
  right; f_equal.
  - unfold half_gap, midpoint; f_equal; field; lra.
  - rewrite <- phi_opp; unfold half_gap, midpoint; f_equal; field; lra.
Qed.

(** The anchor of a midpoint lies between the quantiles ±q. *)
Lemma anchor_within_quantile q z :
  Phi q = 1 - / INR N -> Phi z = mixture_cdf N (equal N) x s (midpoint x i) -> Rabs z <= q.
Proof.
  intros q_is z_is; assert (mass := mass_below_midpoint); apply Rabs_le; split.
  - apply Phi_le_reg; rewrite Phi_opp; lra.
  - apply Phi_le_reg; lra.
Qed.

End Midpoint.

(** For two modes the anchor of the midpoint is 0. *)
Lemma anchor_of_two x s : 0 < s -> mixture_cdf 2 (equal 2) x s (midpoint x 0) = 1 / 2.
Proof.
  intros positive; unfold mixture_cdf, equal, midpoint; simpl.
  replace (((x 0%nat + x 1%nat) / 2 - x 1%nat) / s)
    with (- (((x 0%nat + x 1%nat) / 2 - x 0%nat) / s)) by (field; lra).
  rewrite Phi_opp; field.
Qed.
