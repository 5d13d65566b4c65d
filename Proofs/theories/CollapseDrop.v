(** What sections 4.1 and 4.2 say of particles and steepness near a mode. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients Missing.SpectralNorm.
From Steepness Require Import Collapse CollapseSteepness CollapseBound CollapseField.
Open Scope R_scope.

Lemma steepness_near_mode_false :
  ~ forall (m n : nat) (s t : R) (c : vector) (g : vector -> vector) (z : vector) (S T : R),
    0 < s -> 0 < distance n (g z) c < 2 * s -> 0 < t <= s ^ 2 / 10 -> is_steepness m n g z S ->
    is_steepness m n (updated t (linear_field n s c) g) z T -> T <= S.
Proof.
  intros printed; destruct (exists_at_distance 2 origin (1 / 100)) as [x away]; [lia | lra |].
  destruct (linear_steepness_across 2 2 1 (1 / 10) origin x) as [g [z [at_x [S_is T_is]]]];
    try lia; [rewrite away; lra |].
  rewrite away in T_is; unfold tangential in T_is.
  assert (bound := printed 2%nat 2%nat 1 (1 / 10) origin g z 1).
  rewrite at_x, away in bound; specialize (bound _ ltac:(lra) ltac:(lra) ltac:(lra) S_is T_is).
  apply Rabs_le_between in bound; lra.
Qed.

Lemma steepness_decreases_iff m n s t c x :
  let r := distance n x c in
  let g' g := updated t (linear_field n s c) g in
  (0 < m)%nat -> (2 <= n)%nat -> 0 < r <= 2 * s -> 0 < t ->
  ((forall g z S T, g z = x -> is_steepness m n g z S -> 0 < S ->
    is_steepness m n (g' g) z T -> T < S)
   <-> t < 2 * r * (4 * s - r))
  /\ (r <= t / (8 * s) -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z (t / (r * (4 * s - r)) - 1) /\ 1 < t / (r * (4 * s - r)) - 1).
Proof.
  intros r g' some many near forward; assert (inside : 0 < r < 4 * s) by lra; split.
  - rewrite <- (sizes_lt_1_iff s r t inside forward (proj2 near)); split.
    + intros all.
      destruct (linear_steepness_along m n s t c x inside some) as [g [z [at_x [S_is T_is]]]].
      destruct (linear_steepness_across m n s t c x inside some many)
        as [h [w [at_w [U_is V_is]]]]; fold r in T_is, V_is.
      apply Rmax_lub_lt; [apply (all g z 1 _ at_x S_is Rlt_0_1 T_is) |].
      apply (all h w 1 _ at_w U_is Rlt_0_1 V_is).
    + intros small g z S T at_x S_is S_pos T_is.
      destruct (linear_steepness_between m n s t c x inside g z S at_x S_is)
        as [U [U_is [_ bound]]]; fold r in bound.
      rewrite (steepness_unique m n _ z T U T_is U_is); apply Rle_lt_trans with (1 := bound).
      rewrite <- (Rmult_1_l S) at 2; now apply Rmult_lt_compat_r.
  - intros nearer.
    destruct (linear_steepness_across m n s t c x inside some many) as [g [z [at_x [S_is T_is]]]].
    assert (limit : 0 < r * (4 * s - r)) by (apply Rmult_lt_0_compat; lra).
    assert (bound : r * (8 * s) <= t).
    { apply Rle_trans with (t / (8 * s) * (8 * s)); [apply Rmult_le_compat_r; lra |].
      right; field; lra. }
    assert (steeper : 2 < t / (r * (4 * s - r))).
    { apply Rmult_lt_reg_r with (r * (4 * s - r)); [assumption |].
      replace (t / (r * (4 * s - r)) * (r * (4 * s - r))) with t by (field; lra); nra. }
    exists g, z; repeat split; try assumption; [| lra].
    replace (t / (r * (4 * s - r)) - 1) with (Rabs (tangential s r t)); [exact T_is |].
    unfold tangential; rewrite Rabs_left; lra.
Qed.

(** The factor grows without bound as the particle is nearer to the mode. *)
Lemma steeper_without_bound s t :
  0 < s -> 0 < t -> forall B, exists e, 0 < e <= 2 * s
  /\ forall r, 0 < r < e -> B < t / (r * (4 * s - r)) - 1.
Proof.
  intros spread forward B; set (b := Rmax B 0 + 2).
  assert (B_le := Rmax_l B 0); assert (nonneg := Rmax_r B 0).
  assert (e_pos : 0 < t / (4 * s * b)).
  { apply Rdiv_lt_0_compat; [assumption |]; apply Rmult_lt_0_compat; unfold b; lra. }
  exists (Rmin (2 * s) (t / (4 * s * b))); split.
  - split; [apply Rmin_glb_lt; lra | apply Rmin_l].
  - intros r [away near]; assert (first := Rmin_l (2 * s) (t / (4 * s * b))).
    assert (second := Rmin_r (2 * s) (t / (4 * s * b))).
    assert (small : r * (4 * s * b) < t).
    { apply Rlt_le_trans with (t / (4 * s * b) * (4 * s * b)).
      - apply Rmult_lt_compat_r; [apply Rmult_lt_0_compat; unfold b |]; lra.
      - right; field; split; unfold b; lra. }
    assert (b <= t / (r * (4 * s - r))); [| unfold b in *; lra].
    apply Rmult_le_reg_r with (r * (4 * s - r)); [apply Rmult_lt_0_compat; lra |].
    replace (t / (r * (4 * s - r)) * (r * (4 * s - r))) with t by (field; lra).
    assert (0 < b) by (unfold b; lra); assert (0 < b * r) by now apply Rmult_lt_0_compat.
    nra.
Qed.

Lemma steepness_near_mode m n s t c x :
  let r := distance n x c in
  let g' g := updated t (linear_field n s c) g in
  (0 < m)%nat -> (2 <= n)%nat -> 0 < r <= 2 * s -> 0 < t ->
  ((forall g z S T, g z = x -> is_steepness m n g z S -> 0 < S ->
    is_steepness m n (g' g) z T -> T < S)
   <-> t < 2 * r * (4 * s - r))
  /\ (r <= t / (8 * s) -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z (t / (r * (4 * s - r)) - 1) /\ 1 < t / (r * (4 * s - r)) - 1)
  /\ (forall B, exists e, 0 < e <= 2 * s
   /\ forall q, 0 < q < e -> B < t / (q * (4 * s - q)) - 1).
Proof.
  intros r g' some many near forward.
  destruct (steepness_decreases_iff m n s t c x some many near forward) as [iff steeper].
  split; [exact iff | split; [exact steeper |]]; apply steeper_without_bound; lra.
Qed.

Lemma significant_drop_false :
  ~ forall s r t : R, 0 < r < 2 * s -> 0 < t < (4 * s - r) ^ 2 ->
    1 - t / (4 * s - r) ^ 2 <= 1 / 2.
Proof.
  intros printed; assert (1 - 9 / 10 / (4 * 1 - 1) ^ 2 <= 1 / 2) by (apply printed; lra); lra.
Qed.

Lemma significant_drop_iff s r t :
  0 < r <= 2 * s ->
  (1 - t / (4 * s - r) ^ 2 <= 1 / 2 <-> (4 * s - r) ^ 2 / 2 <= t)
  /\ 2 * s ^ 2 <= (4 * s - r) ^ 2 / 2.
Proof.
  intros near; split; [| nra].
  assert (positive : 0 < (4 * s - r) ^ 2) by (apply pow_lt; lra).
  assert (rewritten : t / (4 * s - r) ^ 2 * (4 * s - r) ^ 2 = t) by (field; lra).
  split; intros; nra.
Qed.

Lemma factor_of_allowed_step s r t :
  0 < r <= 2 * s -> 0 < t <= r * (4 * s - r) ^ 2 / (2 * s) ->
  1 - r / (2 * s) <= 1 - t / (4 * s - r) ^ 2
  /\ (1 - t / (4 * s - r) ^ 2 <= 1 / 2 -> s <= r).
Proof.
  intros near short.
  assert (bound : t / (4 * s - r) ^ 2 <= r / (2 * s)).
  { assert (0 < (4 * s - r) ^ 2) by (apply pow_lt; lra).
    apply Rmult_le_reg_r with ((4 * s - r) ^ 2); [assumption |].
    replace (t / (4 * s - r) ^ 2 * (4 * s - r) ^ 2) with t by (field; lra).
    apply Rle_trans with (1 := proj2 short); right; field; lra. }
  split; [lra |]; intros half.
  assert (rewritten : r / (2 * s) * (2 * s) = r) by (field; lra).
  assert (1 / 2 <= r / (2 * s)) by lra; nra.
Qed.

Lemma leaving_false :
  ~ forall n s t c x, let r := distance n x c in
    0 < r < 4 * s -> 0 < t < (4 * s - r) ^ 2 ->
    4 * s < distance n (stepped n s c t x) c.
Proof.
  intros printed; destruct (exists_at_distance 1 origin 3) as [x away]; [lia | lra |].
  specialize (printed 1%nat 1 (1 / 2) origin x); cbv zeta in printed.
  rewrite distance_stepped_eq, away in printed by (rewrite away; lra).
  assert (4 * 1 < Rabs (3 - 1 / 2 / (4 * 1 - 3))) by (apply printed; lra).
  rewrite Rabs_pos_eq in H; lra.
Qed.

Lemma no_particle_leaves n s t c x :
  let r := distance n x c in
  0 < r < 4 * s -> 0 < t < (4 * s - r) ^ 2 ->
  distance n (stepped n s c t x) c = Rabs (r - t / (4 * s - r))
  /\ distance n (stepped n s c t x) c < 4 * s.
Proof.
  intros r inside short; split; [now apply distance_stepped_eq |].
  apply (distance_stepped_compare n s t c x); fold r; try lra; nra.
Qed.

Lemma escape_excludes_drop n s t c x :
  let r := distance n x c in
  0 < r < 4 * s -> 0 < t -> 4 * s < distance n (stepped n s c t x) c ->
  (4 * s - r) ^ 2 < t
  /\ 16 * s ^ 2 - r ^ 2 - (4 * s - r) ^ 2 = 2 * r * (4 * s - r)
  /\ 0 < 2 * r * (4 * s - r).
Proof.
  intros r inside forward out; apply (step_distances n s t c x) in out; auto.
  fold r in out; split; [nra |]; split; [ring |]; apply Rmult_lt_0_compat; lra.
Qed.

(** ‖∇d/d‖ where the particle lands. *)
Lemma field_after_step_false :
  ~ forall n s t c x, let r := distance n x c in
    0 < r <= 2 * s -> 0 < t <= r * (4 * s - r) ^ 2 / (2 * s) ->
    norm n (linear_field n s c x) <= norm n (linear_field n s c (stepped n s c t x)).
Proof.
  intros printed; destruct (exists_at_distance 1 origin 2) as [x away]; [lia | lra |].
  specialize (printed 1%nat 1 2 origin x); cbv zeta in printed.
  assert (landed : distance 1 (stepped 1 1 origin 2 x) origin = 1).
  { rewrite distance_stepped_eq, away by (rewrite away; lra); rewrite Rabs_pos_eq; lra. }
  rewrite !norm_linear_field, away, landed in printed by (rewrite ?away, ?landed; lra).
  assert (/ (4 * 1 - 2) <= / (4 * 1 - 1)) by (apply printed; lra); lra.
Qed.

Lemma field_after_step n s t c x :
  let r := distance n x c in
  let r' := distance n (stepped n s c t x) c in
  0 < r < 4 * s -> 0 < t -> 0 < r' < 4 * s ->
  (norm n (linear_field n s c (stepped n s c t x)) < norm n (linear_field n s c x)
   <-> t < 2 * r * (4 * s - r))
  /\ (norm n (linear_field n s c x) < norm n (linear_field n s c (stepped n s c t x))
   <-> 2 * r * (4 * s - r) < t).
Proof.
  intros r r' inside forward landed; rewrite !norm_linear_field by assumption; fold r r'.
  destruct (step_distances n s t c x inside forward) as [_ [farther [nearer _]]].
  fold r r' in farther, nearer; rewrite <- farther, <- nearer.
  assert (inverse : forall a b, 0 < a < 4 * s -> 0 < b < 4 * s ->
    (/ (4 * s - a) < / (4 * s - b) <-> a < b)).
  { intros a b a_in b_in; split; intros order.
    - apply Rnot_le_lt; intros le.
      assert (/ (4 * s - b) <= / (4 * s - a)) by (apply Rinv_le_contravar; lra); lra.
    - apply Rinv_lt_contravar; [apply Rmult_lt_0_compat |]; lra. }
  split; apply inverse; assumption.
Qed.
