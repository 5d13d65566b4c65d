(** The derivative in time of a slope is the slope of the velocity. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.InverseDerivative.
Open Scope R_scope.

(** A function that stays within M|u - z| of a line of slope c has a derivative within M of c. *)
Lemma derive_within (f : R -> R) (z a c M d : R) :
  is_derive f z a -> 0 < d ->
  (forall u, Rabs (u - z) < d -> Rabs (f u - f z - c * (u - z)) <= M * Rabs (u - z)) ->
  Rabs (a - c) <= M.
Proof.
  intros derive d_pos within; apply Rnot_lt_le; intros more.
  destruct (proj1 (is_derive_iff_linear f z a) derive ((Rabs (a - c) - M) / 2))
    as [b [b_pos near]]; [lra |].
  set (h := Rmin b d / 2).
  assert (h_pos : 0 < h).
  { assert (0 < Rmin b d) by now apply Rmin_glb_lt. unfold h; lra. }
  assert (h_b : h < b) by (generalize (Rmin_l b d); unfold h in *; lra).
  assert (h_d : h < d) by (generalize (Rmin_r b d); unfold h in *; lra).
  specialize (near (z + h)); specialize (within (z + h)).
  replace (z + h - z) with h in near, within by ring.
  rewrite (Rabs_pos_eq h) in near, within by lra.
  specialize (near h_b); specialize (within h_d).
  assert (sum := Rabs_triang (f (z + h) - f z - c * h) (- (f (z + h) - f z - a * h))).
  rewrite Rabs_Ropp in sum.
  replace (f (z + h) - f z - c * h + - (f (z + h) - f z - a * h)) with ((a - c) * h)
    in sum by ring.
  rewrite Rabs_mult, (Rabs_pos_eq h) in sum by lra; nra.
Qed.

(** Only one of the two mixed derivatives is assumed: that of the velocity ∂g/∂t along z, and that
    it is continuous. The other then exists. *)
Lemma is_derive_slope_in_time (g v : R -> R -> R) (t z : R) :
  locally_2d (fun u y => is_derive (fun w => g w y) u (v u y)) t z ->
  locally_2d (fun u y => ex_derive (v u) y) t z ->
  continuity_2d_pt (fun u y => Derive (v u) y) t z ->
  locally t (fun u => ex_derive (g u) z) ->
  is_derive (fun u => Derive (g u) z) t (Derive (v t) z).
Proof.
  intros [a flow] [b smooth] continuous [c slope].
  apply is_derive_iff_linear; intros e e_pos.
  destruct (continuous (mkposreal e e_pos)) as [d near].
  set (w := Rmin (Rmin a b) (Rmin c d)).
  assert (w_pos : 0 < w) by (repeat apply Rmin_glb_lt; apply cond_pos).
  assert (w_min : w <= a /\ w <= b /\ w <= c /\ w <= d).
  { generalize (Rmin_l (Rmin a b) (Rmin c d)) (Rmin_r (Rmin a b) (Rmin c d)) (Rmin_l a b)
      (Rmin_r a b) (Rmin_l c d) (Rmin_r c d); fold w; lra. }
  exists w; split; [assumption |]; intros s close.
  assert (at_s : is_derive (g s) z (Derive (g s) z))
    by (apply Derive_correct, slope; change (Rabs (s - t) < c); lra).
  assert (at_t : is_derive (g t) z (Derive (g t) z))
    by (apply Derive_correct, slope, ball_center).
  apply (derive_within (fun y => g s y - g t y) z _ _ _ w).
  - now apply @is_derive_minus.
  - assumption.
  - intros y y_close.
    assert (inside : forall u, Rmin t s <= u <= Rmax t s -> Rabs (u - t) < w).
    { intros u between; apply Rle_lt_trans with (2 := close).
      unfold Rmin, Rmax in between; destruct (Rle_dec t s).
      - rewrite !Rabs_pos_eq; lra.
      - rewrite !Rabs_left1; lra. }
    assert (here : Rabs (z - z) < w) by (rewrite Rminus_eq_0, Rabs_R0; lra).
    assert (difference : forall u, Rmin t s <= u <= Rmax t s ->
      is_derive (fun x => g x y - g x z) u (v u y - v u z)).
    { intros u between; specialize (inside u between).
      apply (is_derive_minus (fun x => g x y) (fun x => g x z)); apply flow; lra. }
    destruct (MVT_gen (fun u => g u y - g u z) t s (fun u => v u y - v u z)) as [u [between mean]].
    { intros u between; apply difference; lra. }
    { intros u between; apply continuity_pt_filterlim.
      apply (ex_derive_continuous (fun x => g x y - g x z)).
      eexists; now apply difference. }
    specialize (inside u between).
    assert (across : forall x, Rmin z y <= x <= Rmax z y -> Rabs (x - z) < w).
    { intros x x_between; apply Rle_lt_trans with (2 := y_close).
      unfold Rmin, Rmax in x_between; destruct (Rle_dec z y).
      - rewrite !Rabs_pos_eq; lra.
      - rewrite !Rabs_left1; lra. }
    assert (along : forall x, Rmin z y <= x <= Rmax z y -> is_derive (v u) x (Derive (v u) x)).
    { intros x x_between; specialize (across x x_between).
      apply Derive_correct, smooth; lra. }
    destruct (MVT_gen (v u) z y (Derive (v u))) as [x [x_between x_mean]].
    { intros x x_between; apply along; lra. }
    { intros x x_between; apply continuity_pt_filterlim, (ex_derive_continuous (v u)).
      eexists; now apply along. }
    specialize (across x x_between).
    assert (close_value := near u x ltac:(lra) ltac:(lra)); simpl in close_value.
    replace (g s y - g t y - (g s z - g t z) - Derive (v t) z * (s - t) * (y - z))
      with ((Derive (v u) x - Derive (v t) z) * ((s - t) * (y - z))) by nra.
    rewrite !Rabs_mult, <- Rmult_assoc.
    apply Rmult_le_compat_r; [apply Rabs_pos |]; apply Rmult_le_compat_r; [apply Rabs_pos | lra].
Qed.
