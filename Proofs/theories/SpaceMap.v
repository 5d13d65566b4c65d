(** The map to two modes in space that is monotone along their axis and s·z across it. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients Missing.SpectralNorm.
From Steepness Require Import LineMixture LineSteepness LineSteepnessBounds.
Open Scope R_scope.

Definition axial_map (g : R -> R) (s : R) : vector -> vector :=
  fun z i => match i with O => g (z 0%nat) | _ => s * z i end.

Definition axial_factors (a s : R) : nat -> R := fun i => match i with O => a | _ => s end.

Lemma is_jacobian_axial_map n g s z a :
  (1 <= n)%nat -> is_derive g (z 0%nat) a ->
  is_jacobian n n (axial_map g s) z (fun i => scale (axial_factors a s i) (unit i)).
Proof.
  intros some g_is i i_in; destruct i as [| i]; unfold axial_map, axial_factors.
  - apply (is_gradient_comp_line n z g (fun y => y 0%nat) (unit 0)); [assumption |].
    now apply is_gradient_coordinate.
  - apply (is_gradient_scal n z s (fun y => y (S i)) (unit (S i))).
    now apply is_gradient_coordinate.
Qed.

Lemma steepness_of_axial_map n g s z a :
  (1 <= n)%nat -> 0 < s <= a -> is_derive g (z 0%nat) a -> is_steepness n n (axial_map g s) z a.
Proof.
  intros some order g_is; exists (fun i => scale (axial_factors a s i) (unit i)); split.
  { now apply is_jacobian_axial_map. }
  assert (entries : forall v i, (i < n)%nat ->
    image n (fun i => scale (axial_factors a s i) (unit i)) v i = axial_factors a s i * v i).
  { intros v i i_in; unfold image; now rewrite dot_scale_l, dot_unit_l. }
  apply is_spectral_norm_of_attained with (unit 0); [lra | | now apply norm_unit |].
  - intros v; apply le_of_pow2_le; [apply Rmult_le_pos; [lra | apply norm_nonneg] |].
    rewrite Rpow_mult_distr, !norm_pow2; unfold dot; rewrite <- sum_scal.
    apply sum_le; intros i i_in; rewrite entries by assumption.
    assert (size : 0 <= axial_factors a s i <= a) by (destruct i; simpl; lra).
    assert (0 <= (a ^ 2 - axial_factors a s i ^ 2) * (v i * v i)) by (apply Rmult_le_pos; nra).
    nra.
  - rewrite (norm_ext n _ (scale a (unit 0))).
    + rewrite norm_scale, norm_unit, Rabs_pos_eq by (lia || lra); ring.
    + intros i i_in; rewrite entries by assumption; unfold scale, unit.
      destruct i; simpl; [ring |]; destruct (Nat.eq_dec (S i) 0); [lia | ring].
Qed.

(** Its greatest steepness is s·exp(gap²/8s²), at the centre. *)
Lemma supremum_of_axial_map n x s g :
  (1 <= n)%nat -> 0 < s -> line_separated 2 x (6 * s) -> monotone_map 2 (equal 2) x s g ->
  (forall z, exists S, is_steepness n n (axial_map g s) z S /\ S <= s * exp (gap_exponent x s 0))
  /\ is_steepness n n (axial_map g s) (fun _ => 0) (s * exp (gap_exponent x s 0)).
Proof.
  intros some s_pos apart g_is.
  assert (w_is := weights_equal 2 ltac:(lia)).
  assert (steep : forall t, exists a, is_derive g t a /\ s <= a /\ a = Rabs (Derive g t)).
  { intros t; exists (Derive g t).
    assert (positive : 0 < Derive g t).
    { rewrite (Derive_monotone_map 2 _ x s s_pos w_is g g_is t).
      apply Rdiv_lt_0_compat; [apply Missing.NormalDistribution.phi_pos |].
      now apply mixture_density_pos. }
    assert (width := steepness_ge_width 2 _ x s g s_pos w_is g_is t).
    rewrite Rabs_pos_eq in * by lra; split; [| split; [assumption | easy]].
    apply Derive_correct; eexists; now apply (is_derive_monotone_map 2 (equal 2) x s). }
  destruct (supremum_of_two x s g s_pos apart g_is) as [centre bound]; split.
  - intros z; destruct (steep (z 0%nat)) as [a [a_is [wide same]]]; exists a; split.
    + now apply steepness_of_axial_map.
    + rewrite same; apply bound.
  - destruct (steep 0) as [a [a_is [wide same]]]; rewrite <- centre, <- same.
    now apply steepness_of_axial_map.
Qed.
