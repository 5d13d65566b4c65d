(** No map of the line is less steep than the monotone one: rays have the least boundary. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import Missing.NormalTail LineMixture LineSteepness.
Open Scope R_scope.

(** φ∘Φ⁻¹ is subadditive. *)
Lemma phi_subadditive u v w : Phi u = Phi v + Phi w -> phi u <= phi v + phi w.
Proof.
  assert (ordered : forall v w, w <= v -> Phi u = Phi v + Phi w -> phi u <= phi v + phi w).
  { clear v w; intros v w less sum.
    assert (tangent := phi_le_tangent u v).
    replace (Phi u - Phi v) with (Phi w) in tangent by lra.
    assert (mills := tail_le_density (- w)); rewrite Phi_opp, phi_opp in mills.
    assert (some := Phi_pos w); assert (- v * Phi w <= - w * Phi w)
      by (apply Rmult_le_compat_r; lra).
    lra. }
  intros sum; destruct (Rle_or_lt w v) as [less | more]; [now apply ordered |].
  rewrite Rplus_comm; apply ordered; lra.
Qed.

(** A set that is bounded by z 0 < … < z (K - 1) and begins at -∞, by its probability. *)
Fixpoint mass_below (K : nat) (z : nat -> R) : R :=
  match K with
  | O => 1
  | S k => if Nat.even k then mass_below k z - (1 - Phi (z k)) else mass_below k z + (1 - Phi (z k))
  end.

(** From an even number of ends on the set holds what is beyond the last one. *)
Lemma mass_below_tail K z :
  (forall k, (S k < K)%nat -> z k < z (S k)) ->
  match K with
  | O => True
  | S k => if Nat.even k then 0 < mass_below K z else 1 - Phi (z k) < mass_below K z
  end /\ match K with
  | O => True
  | S k => if Nat.even k then mass_below K z <= Phi (z k) else mass_below K z < 1
  end.
Proof.
  induction K as [| k IHk]; intros order; [auto |].
  destruct IHk as [low high]; [intros; apply order; lia |]; destruct k as [| j].
  - simpl; generalize (Phi_pos (z 0%nat)); lra.
  - assert (less := Phi_increasing _ _ (order j ltac:(lia))).
    assert (below := Phi_lt_1 (z (S j))); assert (above := Phi_lt_1 (z j)).
    rewrite Nat.even_succ, <- Nat.negb_even in *.
    change (mass_below (S (S j)) z) with (if Nat.even (S j)
      then mass_below (S j) z - (1 - Phi (z (S j))) else mass_below (S j) z + (1 - Phi (z (S j)))).
    rewrite Nat.even_succ, <- Nat.negb_even.
    destruct (Nat.even j); cbn [negb] in *; split; lra.
Qed.

(** Its boundary has φ∘Φ⁻¹ of its probability, or more. *)
Lemma boundary_ge K z v :
  (1 <= K)%nat -> (forall k, (S k < K)%nat -> z k < z (S k)) ->
  Phi v = mass_below K z -> phi v <= sum K (fun k => phi (z k)).
Proof.
  revert v; induction K as [| k IHk]; intros v some order v_is; [lia |].
  destruct k as [| j].
  - simpl in v_is; replace v with (z 0%nat); [simpl; lra |]; apply Phi_injective; lra.
  - assert (range := mass_below_tail (S j) z ltac:(intros; apply order; lia)).
    assert (less := Phi_increasing _ _ (order j ltac:(lia))).
    assert (below := Phi_lt_1 (z (S j))); assert (positive := Phi_pos (z j)).
    assert (between : 0 < mass_below (S j) z < 1).
    { destruct range as [low high]; destruct (Nat.even j); [generalize (Phi_lt_1 (z j)) |]; lra. }
    destruct (Phi_onto _ between) as [u u_is].
    assert (before : phi u <= sum (S j) (fun k => phi (z k))).
    { apply IHk; [lia | intros; apply order; lia | assumption]. }
    cbn [sum] in *.
    change (mass_below (S (S j)) z) with (if Nat.even (S j)
      then mass_below (S j) z - (1 - Phi (z (S j))) else mass_below (S j) z + (1 - Phi (z (S j))))
      in v_is.
    assert (last := phi_opp (z (S j))); assert (flip := Phi_opp (z (S j))).
    destruct (Nat.even (S j)).
    + (* Φ(-v) = Φ(-u) + P(Z > last). *)
      assert (bound := phi_subadditive (- v) (- u) (- z (S j))).
      rewrite !Phi_opp, !phi_opp in bound; lra.
    + assert (bound := phi_subadditive v u (- z (S j))); rewrite Phi_opp, phi_opp in bound; lra.
Qed.

(** Where g takes a value at z 0 < … < z (K - 1) with the slopes a, the density that it makes there
    is Σ φ(z k)/a k; slopes of S at most need S ≥ φ(v)/density, Φ(v) the mass below. *)
Lemma slope_bound_ge K z a v S :
  (1 <= K)%nat -> (forall k, (Datatypes.S k < K)%nat -> z k < z (Datatypes.S k)) ->
  Phi v = mass_below K z -> (forall k, (k < K)%nat -> 0 < a k <= S) ->
  phi v / sum K (fun k => phi (z k) / a k) <= S.
Proof.
  intros some order v_is slopes.
  assert (S_pos : 0 < S) by (generalize (slopes 0%nat ltac:(lia)); lra).
  assert (boundary := boundary_ge K z v some order v_is).
  assert (dense : sum K (fun k => phi (z k)) <= S * sum K (fun k => phi (z k) / a k)).
  { rewrite <- sum_scal; apply sum_le; intros k inside; specialize (slopes k inside).
    assert (positive := phi_pos (z k)); replace (phi (z k)) with (a k * (phi (z k) / a k)) at 1
      by (field; lra).
    apply Rmult_le_compat_r; [left; apply Rdiv_lt_0_compat |]; lra. }
  apply <- Rle_div_l; [lra |].
  apply (sum_pos K _ 0); [| lia |].
  - intros k inside; specialize (slopes k inside); left; apply Rdiv_lt_0_compat;
      [apply phi_pos | lra].
  - specialize (slopes 0%nat ltac:(lia)); apply Rdiv_lt_0_compat; [apply phi_pos | lra].
Qed.

(** Half of the mass below the midpoint of two modes, and their density there: one of the slopes is
    s·exp(gap²/8s²) at least. *)
Lemma exists_slope_of_pair x s K z a :
  0 < s -> ascending 2 x -> (1 <= K)%nat ->
  (forall k, (S k < K)%nat -> z k < z (S k)) -> mass_below K z = 1 / 2 ->
  (forall k, (k < K)%nat -> 0 < a k) ->
  sum K (fun k => phi (z k) / a k) = mixture_density 2 (equal 2) x s (midpoint x 0) ->
  exists k, (k < K)%nat /\ s * exp (gap_exponent x s 0) <= a k.
Proof.
  intros s_pos ordered some order half slopes density.
  destruct (Missing.Extremes.greatest_attained K a some) as [k [inside greatest_is]].
  exists k; split; [assumption |]; rewrite <- greatest_is.
  assert (bound := slope_bound_ge K z a 0 (Missing.Extremes.greatest K a) some order).
  rewrite Phi_0 in bound; specialize (bound (eq_sym half)).
  apply Rle_trans with (2 := bound (fun i i_in => conj (slopes i i_in)
    (Missing.Extremes.greatest_ge K a i i_in))).
  rewrite density.
  assert (low := density_at_midpoint_le 2 x s 0 s_pos ordered ltac:(lia)).
  assert (phi_h := phi_pos (half_gap x s 0)); assert (phi_0 := phi_pos 0).
  rewrite gap_exponent_eq by assumption.
  replace (half_gap x s 0 ^ 2 / 2) with ((half_gap x s 0 ^ 2 - 0 ^ 2) / 2) by field.
  rewrite <- phi_ratio.
  replace (s * (phi 0 / phi (half_gap x s 0))) with (phi 0 / (phi (half_gap x s 0) / s))
    by (field; lra).
  apply Rmult_le_compat_l; [lra |]; apply Rinv_le_contravar; [| assumption].
  apply mixture_density_pos; [assumption | apply weights_equal; lia].
Qed.

(** ** Translations, and volume against length *)

Lemma monotone_map_translated N w x s g v :
  monotone_map N w x s g -> monotone_map N w (fun i => x i + v) s (fun z => g z + v).
Proof.
  intros g_is z; rewrite <- (g_is z); apply sum_ext; intros i _.
  now replace (g z + v - (x i + v)) with (g z - x i) by ring.
Qed.

Lemma slope_translated N w x s g h v :
  0 < s -> mixture_weights N w -> monotone_map N w x s g ->
  monotone_map N w (fun i => x i + v) s h ->
  forall z, h z = g z + v /\ Derive h z = Derive g z.
Proof.
  intros s_pos w_is g_is h_is.
  assert (same : forall z, h z = g z + v).
  { intros z; apply (monotone_map_at N w _ s s_pos w_is h h_is).
    symmetry; exact (monotone_map_translated N w x s g v g_is z). }
  intros z; split; [apply same |].
  rewrite (Derive_ext h (fun z => g z + v)) by assumption.
  apply is_derive_unique; apply (is_derive_value _ _ (Derive g z + 0)); [| ring].
  apply (is_derive_plus g (fun _ => v)); [| apply (is_derive_const v)].
  apply Derive_correct; eexists; now apply (is_derive_monotone_map N w x s).
Qed.

(** The map that is monotone along the axis of two modes and s·z across it, at the centre: its slope
    has log(S/s) = gap²/8s², the n-th root of its determinant S·s^(n - 1) only gap²/8ns². *)
Lemma volume_against_slope n x s g :
  (1 <= n)%nat -> 0 < s -> ascending 2 x -> monotone_map 2 (equal 2) x s g ->
  ln (Rabs (Derive g 0) / s) = gap_exponent x s 0
  /\ ln (Rabs (Derive g 0) * s ^ (n - 1)) / INR n - ln s = gap_exponent x s 0 / INR n.
Proof.
  intros some s_pos ordered g_is; assert (n_pos : 0 < INR n) by (apply lt_0_INR; lia).
  assert (centre : Rabs (Derive g 0) = s * exp (gap_exponent x s 0)).
  { assert (anchor : Phi 0 = mixture_cdf 2 (equal 2) x s (midpoint x 0))
      by now rewrite anchor_of_two, Phi_0.
    assert (low := slope_at_anchor_ge 2 x s g ltac:(lia) s_pos ordered g_is 0 0 ltac:(lia) anchor).
    assert (high := slope_at_anchor_le 2 x s g ltac:(lia) s_pos g_is 0 0 ltac:(lia) anchor).
    replace (gap_exponent x s 0 - 0 ^ 2 / 2) with (gap_exponent x s 0) in * by field.
    simpl INR in high; lra. }
  rewrite centre; split.
  - replace (s * exp (gap_exponent x s 0) / s) with (exp (gap_exponent x s 0)) by (field; lra).
    apply ln_exp.
  - replace (s * exp (gap_exponent x s 0) * s ^ (n - 1)) with (s ^ n * exp (gap_exponent x s 0)).
    + rewrite ln_mult, ln_exp, ln_pow by (apply exp_pos || now apply pow_lt || assumption).
      field; lra.
    + destruct n as [| n]; [lia |]; replace (S n - 1)%nat with n by lia; simpl; ring.
Qed.
