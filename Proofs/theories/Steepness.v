(** A map of a ball onto an unbounded image is as steep as one likes. *)

From Coq Require Import Reals Lra Lia Classical.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import LineMixture.
Open Scope R_scope.

Section Ball.

(** g maps a ball of a normed space to n coordinates; dg z is its differential at z. *)
Variables (V : NormedModule R_AbsRing) (r : R) (n : nat).
Variables (g : V -> nat -> R) (dg : V -> V -> nat -> R).
Hypothesis smooth : forall z j, norm z < r -> (j < n)%nat ->
  filterdiff (fun u => g u j) (locally z) (fun v => dg z v j).

Lemma is_derive_on_ray (z : V) (j : nat) (t : R_AbsRing) :
  norm (scal t z) < r -> (j < n)%nat ->
  is_derive (fun u : R_AbsRing => g (scal u z) j) t (dg (scal t z) z j).
Proof.
  intros inside coordinate.
  apply filterdiff_ext_lin with (fun u : R_AbsRing => dg (scal t z) (scal u z) j).
  - apply (@filterdiff_comp' R_AbsRing (AbsRing_NormedModule R_AbsRing) V R_NormedModule
      (fun u => scal u z) (fun u => g u j) t (fun u => scal u z) (fun v => dg (scal t z) v j)).
    + apply filterdiff_scal_l.
    + now apply smooth.
  - intros u; destruct (smooth (scal t z) j inside coordinate) as [linear _].
    apply (linear_scal _ linear).
Qed.

Lemma norm_scal_lt (z : V) (t : R) : norm z < r -> 0 <= t <= 1 -> norm (scal t z : V) < r.
Proof.
  intros inside between; apply Rle_lt_trans with (norm z); [| assumption].
  apply Rle_trans with (1 := norm_scal (t : R_AbsRing) z).
  change (Rabs t * norm z <= norm z); rewrite Rabs_pos_eq by lra.
  generalize (norm_ge_0 z); nra.
Qed.

(** Where no differential stretches by more than M, the image has a radius of M r at most. *)
Lemma image_bounded_of_stretch_le (M : R) :
  (forall (z v : V) j, norm z < r -> (j < n)%nat -> Rabs (dg z v j) <= M * norm v) ->
  forall (z : V) j, norm z < r -> (j < n)%nat -> Rabs (g z j - g zero j) <= Rabs M * r.
Proof.
  intros stretch z j inside coordinate.
  destruct (MVT_gen (fun t : R => g (scal t z) j) 0 1 (fun t : R => dg (scal t z) z j))
    as [t [between mean]].
  - intros t; rewrite Rmin_left, Rmax_right by lra; intros.
    apply is_derive_on_ray; auto; apply norm_scal_lt; auto; lra.
  - intros t; rewrite Rmin_left, Rmax_right by lra; intros.
    apply continuity_pt_filterlim, (ex_derive_continuous (fun t : R => g (scal t z) j)).
    eexists; apply is_derive_on_ray; auto; apply norm_scal_lt; auto; lra.
  - rewrite Rmin_left, Rmax_right in between by lra.
    assert (at_1 : g (scal (1 : R) z) j = g z j) by (f_equal; exact (scal_one z)).
    assert (at_0 : g (scal (0 : R) z) j = g zero j) by (f_equal; exact (scal_zero_l z)).
    cbv beta in mean; rewrite at_1, at_0, Rminus_0_r, Rmult_1_r in mean; rewrite mean.
    apply Rle_trans with (1 := stretch _ _ _ (norm_scal_lt _ _ inside between) coordinate).
    generalize (norm_ge_0 z) (Rle_abs M) (Rabs_pos M); nra.
Qed.

Lemma centre_bounded : exists C, forall j, (j < n)%nat -> Rabs (g zero j) <= C.
Proof.
  clear smooth; induction n as [| m [C bound]]; [exists 0; lia |].
  exists (Rmax C (Rabs (g zero m))); intros j below.
  destruct (Nat.eq_dec j m) as [-> |]; [apply Rmax_r |].
  apply Rle_trans with C; [apply bound; lia | apply Rmax_l].
Qed.

Lemma stretch_unbounded_of_image_unbounded :
  (forall B, exists z j, norm z < r /\ (j < n)%nat /\ B < Rabs (g z j)) ->
  forall M, exists (z v : V) j, norm z < r /\ (j < n)%nat /\ M * norm v < Rabs (dg z v j).
Proof.
  intros unbounded M; apply NNPP; intros none.
  assert (stretch : forall (z v : V) j,
    norm z < r -> (j < n)%nat -> Rabs (dg z v j) <= M * norm v).
  { intros z v j inside coordinate; apply Rnot_lt_le; intros more.
    apply none; exists z, v, j; auto. }
  destruct centre_bounded as [C centre].
  destruct (unbounded (C + Rabs M * r)) as [z [j [inside [coordinate far]]]].
  generalize (image_bounded_of_stretch_le M stretch z j inside coordinate) (centre j coordinate).
  generalize (Rabs_triang (g z j - g zero j) (g zero j)).
  replace (g z j - g zero j + g zero j) with (g z j) by ring; lra.
Qed.

End Ball.

(** The push-forward to the data makes the image unbounded: some z of the ball is sent beyond every
    B, since the first coordinate of the data has mass there. *)
Lemma stretch_unbounded_of_push_forward (V : NormedModule R_AbsRing) (r : R) (n : nat)
    (g : V -> nat -> R) (dg : V -> V -> nat -> R) (N : nat) (w : nat -> R) (x : nat -> nat -> R)
    (s : R) (mu : (V -> Prop) -> R) :
  (1 <= n)%nat -> 0 < s -> mixture_weights N w ->
  (forall z j, norm z < r -> (j < n)%nat ->
    filterdiff (fun u => g u j) (locally z) (fun v => dg z v j)) ->
  (forall A : V -> Prop, (forall z, ~ A z) -> mu A = 0) ->
  (forall B, mu (fun z => norm z < r /\ B < g z 0%nat)
     = 1 - mixture_cdf N w (fun i => x i 0%nat) s B) ->
  forall M, exists (z v : V) j, norm z < r /\ (j < n)%nat /\ M * norm v < Rabs (dg z v j).
Proof.
  intros some s_pos w_is smooth empty pushes.
  apply (stretch_unbounded_of_image_unbounded V r n g dg smooth); intros B.
  apply NNPP; intros none.
  assert (mass : mu (fun z => norm z < r /\ Rabs B < g z 0%nat) = 0).
  { apply empty; intros z [inside far]; apply none; exists z, 0%nat; repeat split; auto.
    apply Rle_lt_trans with (1 := Rle_abs B); apply Rlt_le_trans with (1 := far), Rle_abs. }
  rewrite pushes in mass.
  generalize (mixture_cdf_between N w (fun i => x i 0%nat) s s_pos w_is (Rabs B)); lra.
Qed.

(** On the line the differential is the derivative. *)
Lemma derive_unbounded_of_image_unbounded (r : R) (g : R -> R) :
  (forall z, Rabs z < r -> ex_derive g z) ->
  (forall B, exists z, Rabs z < r /\ B < Rabs (g z)) ->
  forall M, exists z, Rabs z < r /\ M <= Rabs (Derive g z).
Proof.
  intros smooth unbounded M.
  destruct (stretch_unbounded_of_image_unbounded R_NormedModule r 1
    (fun z _ => g z) (fun z v _ => scal v (Derive g z))) with (M := M)
    as [z [v [j [inside [_ steep]]]]].
  - intros z j inside _; exact (Derive_correct _ _ (smooth z inside)).
  - intros B; destruct (unbounded B) as [z [inside far]]; exists z, 0%nat; auto.
  - exists z; split; [exact inside |].
    change (M * Rabs v < Rabs (v * Derive g z)) in steep; rewrite Rabs_mult in steep.
    apply Rnot_lt_le; intros less; generalize (Rabs_pos v); nra.
Qed.
