(** What the field of the linear discriminator does to particles, in one step and in continuous
    time. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients Missing.SpectralNorm.
From Steepness Require Import Collapse CollapseSteepness CollapseBound.
Open Scope R_scope.

(** The particle x after one step t along the field. *)
Definition stepped (n : nat) (s : R) (c : vector) (t : R) (x : vector) : vector :=
  add x (scale t (linear_field n s c x)).

(** ** One step *)

Section Step.

Variables (n : nat) (s t : R) (c x : vector).
Let r := distance n x c.
Hypotheses (inside : 0 < r < 4 * s) (forward : 0 < t).

Lemma distance_stepped_eq : distance n (stepped n s c t x) c = Rabs (r - t / (4 * s - r)).
Proof.
  unfold distance.
  rewrite (norm_ext n _ (scale (1 - t / (r * (4 * s - r))) (sub x c))).
  - rewrite norm_scale; fold (distance n x c) r.
    replace (r - t / (4 * s - r)) with ((1 - t / (r * (4 * s - r))) * r) by (field; lra).
    rewrite Rabs_mult, (Rabs_pos_eq r); lra.
  - intros i _; unfold sub, stepped, add, linear_field, scale; fold r.
    unfold sub; field; lra.
Qed.

Lemma distance_stepped_compare bound :
  r <= bound ->
  (bound < distance n (stepped n s c t x) c <-> (bound + r) * (4 * s - r) < t)
  /\ (distance n (stepped n s c t x) c < bound <-> t < (bound + r) * (4 * s - r)).
Proof.
  intros beyond; rewrite distance_stepped_eq.
  assert (moved : 0 < t / (4 * s - r)) by (apply Rdiv_lt_0_compat; lra).
  assert (rewritten : t = t / (4 * s - r) * (4 * s - r)) by (field; lra).
  set (q := t / (4 * s - r)) in *.
  assert (more : bound + r < q <-> (bound + r) * (4 * s - r) < t).
  { rewrite rewritten; split; intros; [apply Rmult_lt_compat_r; lra |].
    apply Rmult_lt_reg_r with (4 * s - r); lra. }
  assert (less : q < bound + r <-> t < (bound + r) * (4 * s - r)).
  { rewrite rewritten at 1; split; intros; [apply Rmult_lt_compat_r; lra |].
    apply Rmult_lt_reg_r with (4 * s - r); lra. }
  rewrite <- more, <- less; unfold Rabs; destruct (Rcase_abs (r - q)); split; split; lra.
Qed.

End Step.

Lemma step_distances n s t c x :
  let r := distance n x c in
  let r' := distance n (stepped n s c t x) c in
  0 < r < 4 * s -> 0 < t ->
  r' = Rabs (r - t / (4 * s - r))
  /\ (r < r' <-> 2 * r * (4 * s - r) < t)
  /\ (r' < r <-> t < 2 * r * (4 * s - r))
  /\ (4 * s < r' <-> 16 * s ^ 2 - r ^ 2 < t).
Proof.
  intros r r' inside forward; split; [| split; [| split]].
  - now apply distance_stepped_eq.
  - replace (2 * r * (4 * s - r)) with ((r + r) * (4 * s - r)) by ring.
    exact (proj1 (distance_stepped_compare n s t c x inside forward r (Rle_refl r))).
  - replace (2 * r * (4 * s - r)) with ((r + r) * (4 * s - r)) by ring.
    exact (proj2 (distance_stepped_compare n s t c x inside forward r (Rle_refl r))).
  - replace (16 * s ^ 2 - r ^ 2) with ((4 * s + r) * (4 * s - r)) by ring.
    exact (proj1 (distance_stepped_compare n s t c x inside forward _ (Rlt_le _ _ (proj2 inside)))).
Qed.

(** ** In continuous time *)

(** x(u) follows ∇d/d for 0 ≤ u < T. *)
Definition follows_field (n : nat) (s : R) (c : vector) (x : R -> vector) (T : R) : Prop :=
  forall u i, 0 <= u < T -> (i < n)%nat ->
    is_derive (fun w => x w i) u (linear_field n s c (x u) i).

Definition flow_radius (s r0 u : R) : R := 4 * s - sqrt ((4 * s - r0) ^ 2 + 2 * u).

(** The particle that starts at x0 and moves on the straight line to the mode. *)
Definition flow (n : nat) (s : R) (c x0 : vector) (u : R) : vector :=
  add c (scale (flow_radius s (distance n x0 c) u / distance n x0 c) (sub x0 c)).

Section Flow.

Variables (n : nat) (s : R) (c x0 : vector).
Let r0 := distance n x0 c.
Let arrival := r0 * (8 * s - r0) / 2.
Hypothesis inside : 0 < r0 < 4 * s.

Lemma flow_radius_inside u : 0 <= u < arrival -> 0 < flow_radius s r0 u <= r0.
Proof.
  intros time; unfold flow_radius, arrival in *.
  assert (low : sqrt ((4 * s - r0) ^ 2) <= sqrt ((4 * s - r0) ^ 2 + 2 * u))
    by (apply sqrt_le_1_alt; lra).
  assert (high : sqrt ((4 * s - r0) ^ 2 + 2 * u) < sqrt ((4 * s) ^ 2))
    by (apply sqrt_lt_1_alt; split; nra).
  rewrite sqrt_pow2 in low by lra; rewrite sqrt_pow2 in high by lra; lra.
Qed.

Lemma distance_flow u : 0 <= u < arrival -> distance n (flow n s c x0 u) c = flow_radius s r0 u.
Proof.
  intros time; assert (radius := flow_radius_inside u time); unfold distance, flow.
  rewrite (norm_ext n _ (scale (flow_radius s r0 u / r0) (sub x0 c)))
    by (intros i _; unfold sub, add; fold (distance n x0 c) r0; ring).
  rewrite norm_scale, Rabs_pos_eq by (apply Rlt_le, Rdiv_lt_0_compat; lra).
  fold (distance n x0 c) r0; field; lra.
Qed.

Lemma is_derive_flow_radius u :
  0 <= u -> is_derive (flow_radius s r0) u (- / (4 * s - flow_radius s r0 u)).
Proof.
  intros time; unfold flow_radius.
  assert (positive : 0 < (4 * s - r0) ^ 2 + 2 * u).
  { assert (0 < (4 * s - r0) ^ 2) by (apply pow_lt; lra); lra. }
  assert (root := sqrt_lt_R0 _ positive).
  auto_derive; [simpl in positive |- *; lra |].
  replace ((4 * s - r0) * ((4 * s - r0) * 1) + 2 * u) with ((4 * s - r0) ^ 2 + 2 * u) by ring.
  field; lra.
Qed.

Lemma flow_follows_field : follows_field n s c (flow n s c x0) arrival.
Proof.
  intros u i time row; assert (radius := flow_radius_inside u time).
  unfold linear_field; rewrite distance_flow by assumption.
  unfold flow, add, scale; fold r0.
  assert (moving := is_derive_flow_radius u (proj1 time)).
  apply (is_derive_ext (fun w => c i + sub x0 c i / r0 * flow_radius s r0 w)).
  - intros w; change (c i + sub x0 c i / r0 * flow_radius s r0 w
      = c i + flow_radius s r0 w / r0 * sub x0 c i); field; lra.
  - evar_last.
    + apply (is_derive_plus (fun _ => c i) (fun w => sub x0 c i / r0 * flow_radius s r0 w));
        [apply @is_derive_const | apply is_derive_scal, moving].
    + change (0 + sub x0 c i / r0 * - / (4 * s - flow_radius s r0 u)
        = - / (flow_radius s r0 u * (4 * s - flow_radius s r0 u))
          * (c i + flow_radius s r0 u / r0 * sub x0 c i - c i)); field; lra.
Qed.

Lemma flow_starts : same n (flow n s c x0 0) x0.
Proof.
  intros i _; unfold flow, flow_radius, add, scale; fold r0.
  rewrite Rmult_0_r, Rplus_0_r, sqrt_pow2 by lra; unfold sub; field; lra.
Qed.

Lemma flow_arrives : flow_radius s r0 arrival = 0 /\ arrival <= 8 * s ^ 2.
Proof.
  unfold flow_radius, arrival; split; [| nra].
  replace ((4 * s - r0) ^ 2 + 2 * (r0 * (8 * s - r0) / 2)) with ((4 * s) ^ 2) by field.
  rewrite sqrt_pow2; lra.
Qed.

End Flow.

(** Along any solution (4s - r)² grows at the rate 2. *)
Lemma radius_of_solution n s c (x : R -> vector) T :
  follows_field n s c x T ->
  (forall u, 0 <= u < T -> 0 < distance n (x u) c < 4 * s) ->
  forall u, 0 <= u < T -> distance n (x u) c = flow_radius s (distance n (x 0) c) u.
Proof.
  intros solves inside u time.
  set (r := fun w => distance n (x w) c).
  assert (slope : forall w, 0 <= w < T -> is_derive r w (- / (4 * s - r w))).
  { intros w when; specialize (inside w when); fold (r w) in inside.
    assert (square : is_derive (fun w => dot n (sub (x w) c) (sub (x w) c)) w
      (2 * dot n (sub (x w) c) (linear_field n s c (x w)))).
    { unfold dot; rewrite <- sum_scal.
      assert (each : forall k, (k <= n)%nat -> is_derive (fun w => sum k (fun i => sub (x w) c i
        * sub (x w) c i)) w (sum k (fun i => 2 * (sub (x w) c i * linear_field n s c (x w) i)))).
      { induction k; intros low; simpl; [apply @is_derive_const |].
        apply @is_derive_plus; [apply IHk; lia |].
        assert (moving := solves w k when ltac:(lia)).
        assert (shifted : is_derive (fun w => sub (x w) c k) w (linear_field n s c (x w) k)).
        { unfold sub; evar_last;
            [apply @is_derive_minus; [exact moving | apply @is_derive_const] |].
          unfold minus, plus, opp, zero; simpl; ring. }
        evar_last; [apply (is_derive_mult (fun w => sub (x w) c k) (fun w => sub (x w) c k));
          [exact shifted | exact shifted | intros; apply Rmult_comm] |].
        unfold plus, mult; simpl; ring. }
      now apply each. }
    unfold r, distance, norm; evar_last.
    - apply (is_derive_comp sqrt (fun w => dot n (sub (x w) c) (sub (x w) c))); [| exact square].
      apply is_derive_Reals, derivable_pt_lim_sqrt; rewrite <- norm_pow2.
      fold (distance n (x w) c) (r w); apply pow_lt; lra.
    - fold (norm n (sub (x w) c)) (distance n (x w) c) (r w); unfold linear_field.
      rewrite dot_scale_r, <- norm_pow2; fold (distance n (x w) c) (r w).
      unfold scal; simpl; unfold mult; simpl; field; lra. }
  assert (start := inside 0 ltac:(lra)); assert (now_in := inside u time).
  fold (r 0) in start |- *; fold (r u) in now_in |- *.
  assert (grown : (4 * s - r u) ^ 2 - 2 * u = (4 * s - r 0) ^ 2 - 2 * 0).
  { destruct (Req_dec u 0) as [-> | some]; [reflexivity |].
    destruct (MVT_gen (fun w => (4 * s - r w) ^ 2 - 2 * w) 0 u (fun _ => 0)) as [w [_ flat]].
    - intros w; rewrite Rmin_left, Rmax_right by lra; intros between.
      assert (moving := slope w ltac:(lra)); specialize (inside w ltac:(lra)).
      fold (r w) in inside; auto_derive; [repeat split; eexists; exact moving |].
      assert (slope_eq : Derive (fun z : R => r z) w = - / (4 * s - r w))
        by now apply is_derive_unique.
      rewrite slope_eq; field; lra.
    - intros w; rewrite Rmin_left, Rmax_right by lra; intros between.
      apply continuity_pt_filterlim, (ex_derive_continuous (fun w => (4 * s - r w) ^ 2 - 2 * w)).
      auto_derive; repeat split; eexists; apply slope; lra.
    - lra. }
  unfold flow_radius; replace ((4 * s - r 0) ^ 2 + 2 * u) with ((4 * s - r u) ^ 2) by lra.
  rewrite sqrt_pow2; lra.
Qed.

Lemma flow_to_mode n s c x0 :
  let r0 := distance n x0 c in
  let arrival := r0 * (8 * s - r0) / 2 in
  0 < r0 < 4 * s ->
  (forall x T, follows_field n s c x T -> same n (x 0) x0 ->
   (forall u, 0 <= u < T -> 0 < distance n (x u) c < 4 * s) ->
   forall u, 0 <= u < T -> distance n (x u) c = 4 * s - sqrt ((4 * s - r0) ^ 2 + 2 * u))
  /\ (exists x, follows_field n s c x arrival /\ same n (x 0) x0
   /\ (forall u, 0 <= u < arrival -> 0 < distance n (x u) c <= r0)
   /\ forall u, 0 <= u < arrival -> distance n (x u) c = 4 * s - sqrt ((4 * s - r0) ^ 2 + 2 * u))
  /\ 4 * s - sqrt ((4 * s - r0) ^ 2 + 2 * arrival) = 0 /\ arrival <= 8 * s ^ 2.
Proof.
  intros r0 arrival inside; split; [| split].
  - intros x T solves starts stays u time; rewrite (radius_of_solution n s c x T) by assumption.
    unfold flow_radius; replace (distance n (x 0) c) with r0; [reflexivity |].
    symmetry; apply norm_ext; intros i row; unfold sub; now rewrite starts.
  - exists (flow n s c x0); split; [now apply flow_follows_field |].
    split; [now apply flow_starts |].
    split; intros u time; rewrite distance_flow by assumption; [| reflexivity].
    now apply flow_radius_inside.
  - now apply (flow_arrives n s c x0).
Qed.

(** Particles that start near the boundary do not keep their distance. *)
Lemma escape_false :
  ~ forall n s c x T, follows_field n s c x T ->
    forall u w, 0 <= u <= w -> w < T ->
    2 * s < distance n (x u) c < 4 * s -> distance n (x u) c <= distance n (x w) c.
Proof.
  intros printed; destruct (exists_at_distance 1 origin 3) as [x0 away]; [lia | lra |].
  assert (inside : 0 < distance 1 x0 origin < 4 * 1) by lra.
  assert (solves := flow_follows_field 1 1 origin x0 inside).
  assert (times : 3 * (8 * 1 - 3) / 2 = 15 / 2) by field.
  specialize (printed 1%nat 1 origin _ _ solves 0 (3 / 2)).
  rewrite !distance_flow in printed by (rewrite ?away, ?times; lra).
  rewrite away, times in printed; unfold flow_radius in printed.
  replace ((4 * 1 - 3) ^ 2 + 2 * 0) with (1 ^ 2) in printed by ring.
  replace ((4 * 1 - 3) ^ 2 + 2 * (3 / 2)) with (2 ^ 2) in printed by field.
  rewrite !sqrt_pow2 in printed by lra.
  assert (4 * 1 - 1 <= 4 * 1 - 2) by (apply printed; lra); lra.
Qed.

(** ** Pairs of particles *)

(** Particles on opposite sides of the mode c stay so. *)
Lemma sum_of_pair n s t c y i :
  stepped n s c t (add c y) i + stepped n s c t (sub c y) i = 2 * c i.
Proof.
  assert (equal : distance n (sub c y) c = distance n (add c y) c).
  { unfold distance; rewrite (norm_ext n _ (scale (-1) (sub (add c y) c))).
    - rewrite norm_scale, Rabs_left by lra; ring.
    - intros j _; unfold sub, scale, add; ring. }
  unfold stepped, linear_field; rewrite equal.
  generalize (- / (distance n (add c y) c * (4 * s - distance n (add c y) c))); intros k.
  unfold add, scale, sub, add; ring.
Qed.

(** The mean of k pairs c ± y_j after a step: it is c, where it was before. *)
Definition mean_of_pairs (n : nat) (s t : R) (c : vector) (k : nat) (y : nat -> vector) : vector :=
  fun i => / (2 * INR k) * sum k (fun j =>
    stepped n s c t (add c (y j)) i + stepped n s c t (sub c (y j)) i).

Lemma mean_of_pairs_eq n s t c k y i : (0 < k)%nat -> mean_of_pairs n s t c k y i = c i.
Proof.
  intros some; unfold mean_of_pairs; rewrite (sum_ext _ _ (fun _ => 2 * c i)).
  - rewrite sum_const; field; now apply not_0_INR, Nat.neq_0_lt_0.
  - intros j _; apply sum_of_pair.
Qed.

Lemma distance_of_means n s t c1 c2 k1 k2 y1 y2 :
  (0 < k1)%nat -> (0 < k2)%nat ->
  same n (mean_of_pairs n s t c1 k1 y1) c1
  /\ distance n (mean_of_pairs n s t c1 k1 y1) (mean_of_pairs n s t c2 k2 y2)
     = distance n c1 c2.
Proof.
  intros some1 some2; split; [intros i _; now apply mean_of_pairs_eq |].
  apply norm_ext; intros i _; unfold sub; now rewrite !mean_of_pairs_eq.
Qed.
