(** Probabilities of sets of the line under N(0, 1). *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import Missing.InverseDerivative.
Open Scope R_scope.

(** What is used of P(Z ∈ A): it grows with A, a cut at c splits it in two, and it is Φ on half-lines
    and 1 on the whole line. On measurable sets the measure N(0, 1) is one; on all sets its outer
    measure is. *)
Definition normal_law (P : (R -> Prop) -> R) : Prop :=
  (forall A B : R -> Prop, (forall z, A z -> B z) -> P A <= P B)
  /\ (forall (A : R -> Prop) c, P A = P (fun z => A z /\ z <= c) + P (fun z => A z /\ c < z))
  /\ (forall c, P (fun z => z <= c) = Phi c)
  /\ P (fun _ => True) = 1.

Section Law.

Variable P : (R -> Prop) -> R.
Hypothesis law : normal_law P.

Lemma law_le (A B : R -> Prop) : (forall z, A z -> B z) -> P A <= P B.
Proof. apply law. Qed.

Lemma law_ext (A B : R -> Prop) : (forall z, A z <-> B z) -> P A = P B.
Proof. intros same; apply Rle_antisym; apply law_le; apply same. Qed.

Lemma law_cut (A : R -> Prop) c : P A = P (fun z => A z /\ z <= c) + P (fun z => A z /\ c < z).
Proof. apply law. Qed.

Lemma law_below c : P (fun z => z <= c) = Phi c.
Proof. apply law. Qed.

Lemma law_all : P (fun _ => True) = 1.
Proof. apply law. Qed.

Lemma law_empty (A : R -> Prop) : (forall z, ~ A z) -> P A = 0.
Proof.
  intros none; generalize (law_cut A 0).
  rewrite (law_ext (fun z => A z /\ z <= 0) A), (law_ext (fun z => A z /\ 0 < z) A); [lra | |];
    intros z; split; intros; exfalso; apply (none z); tauto.
Qed.

Lemma law_nonneg A : 0 <= P A.
Proof. rewrite <- (law_empty (fun _ => False)); [apply law_le |]; tauto. Qed.

Lemma law_half_open a b : a <= b -> P (fun z => a < z <= b) = Phi b - Phi a.
Proof.
  intros less; generalize (law_cut (fun z => z <= b) a); rewrite law_below.
  rewrite (law_ext (fun z => z <= b /\ z <= a) (fun z => z <= a)), law_below by (intros; lra).
  rewrite (law_ext (fun z => z <= b /\ a < z) (fun z => a < z <= b)) by (intros; lra); lra.
Qed.

Lemma law_point a : P (fun z => z = a) = 0.
Proof.
  apply Rle_antisym; [| apply law_nonneg]; apply Rnot_lt_le; intros positive.
  destruct (change_of_continuous Phi a _ (continuous_Phi a) positive) as [d [d_pos near]].
  specialize (near (a - d / 2)); replace (a - d / 2 - a) with (- (d / 2)) in near by ring.
  rewrite Rabs_Ropp, Rabs_pos_eq in near by lra.
  assert (close : d / 2 < d) by lra; apply near in close; apply Rabs_lt_between in close.
  assert (few : P (fun z => z = a) <= P (fun z => a - d / 2 < z <= a))
    by (apply law_le; intros; lra).
  rewrite law_half_open in few; lra.
Qed.

Lemma law_interval a b : a <= b -> P (fun z => a <= z <= b) = Phi b - Phi a.
Proof.
  intros less; rewrite (law_cut _ a).
  rewrite (law_ext (fun z => a <= z <= b /\ z <= a) (fun z => z = a)), law_point by (intros; lra).
  rewrite (law_ext (fun z => a <= z <= b /\ a < z) (fun z => a < z <= b)) by (intros; lra).
  rewrite law_half_open; lra.
Qed.

Lemma law_above c : P (fun z => c < z) = 1 - Phi c.
Proof.
  generalize (law_cut (fun _ => True) c); rewrite law_all.
  rewrite (law_ext (fun z => True /\ z <= c) (fun z => z <= c)), law_below by (intros; tauto).
  rewrite (law_ext (fun z => True /\ c < z) (fun z => c < z)) by (intros; tauto); lra.
Qed.

Lemma law_strictly_below c : P (fun z => z < c) = Phi c.
Proof.
  rewrite <- law_below; apply Rle_antisym; [apply law_le; intros; lra |].
  rewrite (law_cut (fun z => z <= c) c), (law_cut (fun z => z <= c /\ z <= c) c).
  rewrite (law_empty (fun z => z <= c /\ c < z)) by (intros; lra).
  rewrite (law_empty (fun z => (z <= c /\ z <= c) /\ c < z)) by (intros; lra).
  assert (few : P (fun z => (z <= c /\ z <= c) /\ z <= c) = P (fun z => z <= c))
    by (apply law_ext; intros; lra).
  rewrite few, law_below.
  assert (limit : forall e, 0 < e -> Phi c <= P (fun z => z < c) + e).
  { intros e e_pos.
    destruct (change_of_continuous Phi c e (continuous_Phi c) e_pos) as [d [d_pos near]].
    specialize (near (c - d / 2)); replace (c - d / 2 - c) with (- (d / 2)) in near by ring.
    rewrite Rabs_Ropp, Rabs_pos_eq in near by lra.
    assert (close : d / 2 < d) by lra; apply near in close; apply Rabs_lt_between in close.
    assert (some : P (fun z => z <= c - d / 2) <= P (fun z => z < c))
      by (apply law_le; intros; lra).
    rewrite law_below in some; lra. }
  assert (Phi c <= P (fun z => z < c)); [| lra].
  apply Rnot_lt_le; intros less.
  generalize (limit ((Phi c - P (fun z => z < c)) / 2)); lra.
Qed.

(** ** Intervals in order *)

Lemma intervals_in_order n (a b : nat -> R) :
  (forall i, (i < n)%nat -> a i <= b i) -> (forall i, (S i < n)%nat -> b i < a (S i)) ->
  forall i j, (i < j)%nat -> (j < n)%nat -> b i < a j.
Proof.
  intros proper order i j less; induction less as [| j less]; intros inside; [now apply order |].
  assert (b i < a j) by (apply IHless; lia).
  assert (a j <= b j) by (apply proper; lia); generalize (order j inside); lra.
Qed.

(** The probability of a union of intervals is the sum. *)
Lemma law_intervals n : forall (a b : nat -> R) (A : R -> Prop),
  (forall i, (i < n)%nat -> a i <= b i) -> (forall i, (S i < n)%nat -> b i < a (S i)) ->
  (forall z, A z <-> exists i, (i < n)%nat /\ a i <= z <= b i) ->
  P A = sum n (fun i => Phi (b i) - Phi (a i)).
Proof.
  induction n as [| n IHn]; intros a b A proper order inside.
  { apply law_empty; intros z z_in; apply inside in z_in; destruct z_in as [i [few _]]; lia. }
  assert (chain := intervals_in_order (S n) a b proper order); cbn [sum].
  assert (cut : exists c, c < a n /\ forall i, (i < n)%nat -> b i < c).
  { destruct n as [| m]; [exists (a 0%nat - 1); split; [lra | lia] |].
    exists ((b m + a (S m)) / 2); assert (b m < a (S m)) by (apply order; lia); split; [lra |].
    intros i few; destruct (Nat.eq_dec i m) as [-> |]; [lra |].
    assert (b i < a m) by (apply chain; lia); assert (a m <= b m) by (apply proper; lia); lra. }
  destruct cut as [c [below above]]; rewrite (law_cut A c); f_equal.
  - apply IHn; [intros; apply proper; lia | intros; apply order; lia |].
    intros z; rewrite inside; split.
    + intros [[i [few z_in]] least]; exists i; split; [| assumption].
      destruct (Nat.eq_dec i n) as [-> |]; [lra | lia].
    + intros [i [few z_in]]; split; [exists i; split; [lia | assumption] |].
      generalize (above i few); lra.
  - rewrite <- law_interval by (apply proper; lia); apply law_ext; intros z; rewrite inside; split.
    + intros [[i [few z_in]] more].
      destruct (Nat.eq_dec i n) as [-> |]; [assumption |].
      assert (b i < c) by (apply above; lia); lra.
    + intros z_in; split; [exists n; auto | lra].
Qed.

Lemma sum_le_law n (a b : nat -> R) (A : R -> Prop) :
  (forall i, (i < n)%nat -> a i <= b i) -> (forall i, (S i < n)%nat -> b i < a (S i)) ->
  (forall i z, (i < n)%nat -> a i <= z <= b i -> A z) ->
  sum n (fun i => Phi (b i) - Phi (a i)) <= P A.
Proof.
  intros proper order inside.
  rewrite <- (law_intervals n a b (fun z => exists i, (i < n)%nat /\ a i <= z <= b i)) by
    (auto; intros; tauto).
  apply law_le; intros z [i [few z_in]]; eauto.
Qed.

End Law.

(** ** There is such a P: the least upper bound of what intervals inside of A hold *)

Section Existence.

(** Intervals in A, in order and up to t, hold m together. *)
Inductive packed (A : R -> Prop) : R -> R -> Prop :=
  | packed_none t : packed A t 0
  | packed_more t a b m :
      packed A t m -> t <= a -> a <= b -> (forall z, a < z <= b -> A z) ->
      packed A b (m + (Phi b - Phi a)).

Lemma packed_le_Phi A t m : packed A t m -> 0 <= m <= Phi t.
Proof.
  induction 1 as [t | t a b m _ bound before proper _]; [generalize (Phi_pos t); lra |].
  generalize (Phi_le _ _ before) (Phi_le _ _ proper); lra.
Qed.

Lemma packed_later A t t' m : packed A t m -> t <= t' -> packed A t' m.
Proof.
  intros is before; replace m with (m + (Phi t' - Phi t')) by ring.
  apply packed_more with t; auto; intros; lra.
Qed.

Lemma packed_in (A B : R -> Prop) t m : (forall z, A z -> B z) -> packed A t m -> packed B t m.
Proof.
  intros contained; induction 1 as [t | t a b m _ is before proper inside]; [constructor |].
  apply packed_more with t; auto.
Qed.

Definition content (A : R -> Prop) : R := real (Lub_Rbar (fun m => exists t, packed A t m)).

Lemma content_is_lub A : is_lub (fun m => exists t, packed A t m) (content A).
Proof.
  destruct (completeness (fun m => exists t, packed A t m)) as [l l_is].
  - exists 1; intros m [t is]; generalize (packed_le_Phi A t m is) (Phi_lt_1 t); lra.
  - exists 0, 0; constructor.
  - unfold content; rewrite (is_lub_Rbar_unique _ l); [assumption |].
    destruct l_is as [upper least]; split; [exact upper |].
    intros [b | |] bound; simpl; [| exact I |].
    + apply least; exact bound.
    + apply (bound 0); exists 0; constructor.
Qed.

Lemma packed_split (A : R -> Prop) t m c :
  packed A t m -> exists m1 m2, m = m1 + m2
  /\ packed (fun z => A z /\ z <= c) (Rmin t c) m1
  /\ packed (fun z => A z /\ c < z) (Rmax t c) m2.
Proof.
  induction 1 as [t | t a b m _ [m1 [m2 [-> [low high]]]] before proper inside].
  { exists 0, 0; split; [ring | split; constructor]. }
  destruct (Rle_or_lt b c) as [left | right].
  - exists (m1 + (Phi b - Phi a)), m2; split; [ring |].
    rewrite Rmin_left in low by lra; rewrite Rmin_left by lra; split.
    + apply packed_more with t; auto; intros; split; [auto | lra].
    + rewrite Rmax_right in * by lra; assumption.
  - rewrite Rmin_right, Rmax_left by lra; destruct (Rle_or_lt a c) as [split | whole].
    + exists (m1 + (Phi c - Phi a)), (m2 + (Phi b - Phi c)); split; [ring |].
      rewrite Rmin_left in low by lra; rewrite Rmax_right in high by lra; split.
      * apply packed_more with t; auto; intros; split; [apply inside; lra | lra].
      * apply packed_more with c; try lra; [assumption |].
        intros; split; [apply inside; lra | lra].
    + exists m1, (m2 + (Phi b - Phi a)); split; [ring |]; split.
      * apply packed_later with (1 := low), Rmin_r.
      * apply packed_more with (Rmax t c); auto.
        -- apply Rmax_lub; lra.
        -- intros; split; [auto | lra].
Qed.

Lemma packed_below (A : R -> Prop) t m c :
  packed (fun z => A z /\ z <= c) t m -> exists t', t' <= c /\ t' <= t /\ packed A t' m.
Proof.
  induction 1 as [t | t a b m _ [t' [low [before' is]]] before proper inside].
  { exists (Rmin t c); split; [apply Rmin_r | split; [apply Rmin_l | constructor]]. }
  destruct proper as [less | ->].
  - exists b; split; [apply (inside b); lra | split; [lra |]].
    apply packed_more with t'; try lra; [assumption |]; intros; apply inside; lra.
  - exists t'; split; [assumption | split; [lra |]].
    now replace (m + (Phi b - Phi b)) with m by ring.
Qed.

Lemma packed_join (A : R -> Prop) t m c t0 m0 :
  t0 <= c -> packed A t0 m0 -> packed (fun z => A z /\ c < z) t m ->
  exists t', t' <= Rmax t c /\ packed A t' (m0 + m).
Proof.
  intros low first; induction 1 as [t | t a b m _ [t' [before' is]] before proper inside].
  { exists t0; rewrite Rplus_0_r; split; [| assumption].
    apply Rle_trans with (1 := low), Rmax_r. }
  destruct proper as [less | ->].
  - assert (beyond : c <= a).
    { apply Rnot_lt_le; intros early.
      assert (c < Rmin c b); [apply (inside (Rmin c b)) | generalize (Rmin_l c b); lra].
      split; [now apply Rmin_glb_lt | apply Rmin_r]. }
    exists b; split; [apply Rmax_l |]; rewrite <- Rplus_assoc.
    apply packed_more with t'; [assumption | | lra | intros; apply inside; lra].
    apply Rle_trans with (1 := before'), Rmax_lub; lra.
  - exists t'; split.
    + apply Rle_trans with (1 := before'), Rle_max_compat_r; lra.
    + now replace (m0 + (m + (Phi b - Phi b))) with (m0 + m) by ring.
Qed.

Lemma content_is_law : normal_law content.
Proof.
  assert (reaches : forall (A : R -> Prop) b e, (forall z, z <= b -> A z) -> 0 < e -> Phi b - e <= content A).
  { intros A b e inside e_pos; destruct (content_is_lub A) as [upper _].
    destruct (Phi_onto (Rmin e (Phi b) / 2)) as [a a_is].
    { assert (positive := Phi_pos b); assert (less := Phi_lt_1 b).
      assert (0 < Rmin e (Phi b)) by now apply Rmin_glb_lt.
      generalize (Rmin_r e (Phi b)); lra. }
    assert (a_min := Rmin_l e (Phi b)); assert (b_min := Rmin_r e (Phi b)).
    assert (positive := Phi_pos b).
    apply Rle_trans with (0 + (Phi b - Phi a)); [lra |].
    apply upper; exists b; apply packed_more with a; [constructor | lra | |].
    - apply Phi_le_reg; lra.
    - intros; apply inside; lra. }
  split; [| split; [| split]].
  - intros A B contained; destruct (content_is_lub A) as [_ least], (content_is_lub B) as [upper _].
    apply least; intros m [t is]; apply upper; exists t; now apply packed_in with A.
  - intros A c; destruct (content_is_lub A) as [A_upper A_least].
    destruct (content_is_lub (fun z => A z /\ z <= c)) as [low_upper low_least].
    destruct (content_is_lub (fun z => A z /\ c < z)) as [high_upper high_least].
    apply Rle_antisym.
    + apply A_least; intros m [t is]; destruct (packed_split A t m c is) as [m1 [m2 [-> [l h]]]].
      apply Rplus_le_compat; [apply low_upper | apply high_upper]; eauto.
    + assert (each : forall m, (exists t, packed (fun z => A z /\ c < z) t m) ->
        content (fun z => A z /\ z <= c) <= content A - m).
      { intros m [t is]; apply low_least; intros m0 [t0 is0].
        destruct (packed_below A t0 m0 c is0) as [t1 [low [_ is1]]].
        destruct (packed_join A t m c t1 m0 low is1 is) as [t' [_ both]].
        assert (m0 + m <= content A) by (apply A_upper; eauto); lra. }
      assert (content (fun z => A z /\ c < z) <= content A - content (fun z => A z /\ z <= c));
        [| lra].
      apply high_least; intros m is; generalize (each m is); lra.
  - intros c; destruct (content_is_lub (fun z => z <= c)) as [upper least]; apply Rle_antisym.
    + apply least; intros m [t is].
      destruct (packed_below (fun _ => True) t m c) as [t' [low [_ is']]].
      { apply packed_in with (2 := is); tauto. }
      generalize (packed_le_Phi _ _ _ is') (Phi_le _ _ low); lra.
    + apply Rnot_lt_le; intros less.
      generalize (reaches (fun z => z <= c) c ((Phi c - content (fun z => z <= c)) / 2)
        (fun z few => few)); lra.
  - destruct (content_is_lub (fun _ => True)) as [upper least]; apply Rle_antisym.
    + apply least; intros m [t is]; generalize (packed_le_Phi _ _ _ is) (Phi_lt_1 t); lra.
    + apply Rnot_lt_le; intros less; set (e := (1 - content (fun _ => True)) / 2).
      assert (nonneg : 0 <= content (fun _ => True)) by (apply upper; exists 0; constructor).
      destruct (Phi_onto (1 - e / 2)) as [b b_is]; [unfold e; lra |].
      generalize (reaches (fun _ => True) b (e / 2) (fun z _ => I)); unfold e in *; lra.
Qed.

Lemma normal_law_exists : exists P, normal_law P.
Proof. exists content; apply content_is_law. Qed.

End Existence.
