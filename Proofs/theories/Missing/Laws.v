(** Probabilities of sets of the line under the law with a given distribution function. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(** A distribution function: it increases from 0 to 1. (Right-continuity is asked for where
    needed.) *)
Definition distribution_function (F : R -> R) : Prop :=
  (forall a b, a <= b -> F a <= F b)
  /\ (forall e, 0 < e -> exists a, F a < e) /\ (forall e, 0 < e -> exists b, 1 - e < F b)
  /\ (forall a, 0 <= F a <= 1).

(** What is used of P(X ∈ A): it grows with A, a cut at c splits it in two, it is F on half-lines,
    1 on the whole line, and no mass hides just below c. On measurable sets the law of X is one; on
    all sets its outer measure is. *)
Definition is_law (F : R -> R) (P : (R -> Prop) -> R) : Prop :=
  (forall A B : R -> Prop, (forall z, A z -> B z) -> P A <= P B)
  /\ (forall (A : R -> Prop) c, P A = P (fun z => A z /\ z <= c) + P (fun z => A z /\ c < z))
  /\ (forall c, P (fun z => z <= c) = F c)
  /\ P (fun _ => True) = 1
  /\ (forall c e, 0 < e -> exists y, y < c /\ P (fun z => z < c) <= F y + e).

Section Law.

Variables (F : R -> R) (P : (R -> Prop) -> R).
Hypothesis law : is_law F P.

Lemma law_le (A B : R -> Prop) : (forall z, A z -> B z) -> P A <= P B.
Proof. apply law. Qed.

Lemma law_ext (A B : R -> Prop) : (forall z, A z <-> B z) -> P A = P B.
Proof. intros same; apply Rle_antisym; apply law_le; apply same. Qed.

Lemma law_cut (A : R -> Prop) c : P A = P (fun z => A z /\ z <= c) + P (fun z => A z /\ c < z).
Proof. apply law. Qed.

Lemma law_below c : P (fun z => z <= c) = F c.
Proof. apply law. Qed.

Lemma law_all : P (fun _ => True) = 1.
Proof. apply law. Qed.

Lemma law_just_below c e : 0 < e -> exists y, y < c /\ P (fun z => z < c) <= F y + e.
Proof. apply law. Qed.

Lemma law_empty (A : R -> Prop) : (forall z, ~ A z) -> P A = 0.
Proof.
  intros none; generalize (law_cut A 0).
  rewrite (law_ext (fun z => A z /\ z <= 0) A), (law_ext (fun z => A z /\ 0 < z) A); [lra | |];
    intros z; split; intros; exfalso; apply (none z); tauto.
Qed.

Lemma law_nonneg A : 0 <= P A.
Proof. rewrite <- (law_empty (fun _ => False)); [apply law_le |]; tauto. Qed.

Lemma law_half_open a b : a <= b -> P (fun z => a < z <= b) = F b - F a.
Proof.
  intros less; generalize (law_cut (fun z => z <= b) a); rewrite law_below.
  rewrite (law_ext (fun z => z <= b /\ z <= a) (fun z => z <= a)), law_below by (intros; lra).
  rewrite (law_ext (fun z => z <= b /\ a < z) (fun z => a < z <= b)) by (intros; lra); lra.
Qed.

Lemma law_above c : P (fun z => c < z) = 1 - F c.
Proof.
  generalize (law_cut (fun _ => True) c); rewrite law_all.
  rewrite (law_ext (fun z => True /\ z <= c) (fun z => z <= c)), law_below by (intros; tauto).
  rewrite (law_ext (fun z => True /\ c < z) (fun z => c < z)) by (intros; tauto); lra.
Qed.

End Law.

Arguments law_le {F} P law.
Arguments law_ext {F} P law.
Arguments law_cut {F} P law.
Arguments law_below {F} P law.
Arguments law_all {F} P law.
Arguments law_just_below {F} P law.
Arguments law_empty {F} P law.
Arguments law_nonneg {F} P law.
Arguments law_half_open {F} P law.
Arguments law_above {F} P law.

(** ** There is such a P: the least upper bound of what intervals inside of A hold *)

Section Existence.

Variable F : R -> R.
Hypothesis F_is : distribution_function F.

Lemma F_le a b : a <= b -> F a <= F b.
Proof. apply F_is. Qed.

Lemma F_between a : 0 <= F a <= 1.
Proof. apply F_is. Qed.

(** Intervals in A, in order and up to t, hold m together. *)
Inductive packed (A : R -> Prop) : R -> R -> Prop :=
  | packed_none t : packed A t 0
  | packed_more t a b m :
      packed A t m -> t <= a -> a <= b -> (forall z, a < z <= b -> A z) ->
      packed A b (m + (F b - F a)).

Lemma packed_le_F A t m : packed A t m -> 0 <= m <= F t.
Proof.
  induction 1 as [t | t a b m _ bound before proper _]; [generalize (F_between t); lra |].
  generalize (F_le _ _ before) (F_le _ _ proper); lra.
Qed.

Lemma packed_later A t t' m : packed A t m -> t <= t' -> packed A t' m.
Proof.
  intros is before; replace m with (m + (F t' - F t')) by ring.
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
  - exists 1; intros m [t is]; generalize (packed_le_F A t m is) (F_between t); lra.
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
  - exists (m1 + (F b - F a)), m2; split; [ring |].
    rewrite Rmin_left in low by lra; rewrite Rmin_left by lra; split.
    + apply packed_more with t; auto; intros; split; [auto | lra].
    + rewrite Rmax_right in * by lra; assumption.
  - rewrite Rmin_right, Rmax_left by lra; destruct (Rle_or_lt a c) as [split | whole].
    + exists (m1 + (F c - F a)), (m2 + (F b - F c)); split; [ring |].
      rewrite Rmin_left in low by lra; rewrite Rmax_right in high by lra; split.
      * apply packed_more with t; auto; intros; split; [apply inside; lra | lra].
      * apply packed_more with c; try lra; [assumption |].
        intros; split; [apply inside; lra | lra].
    + exists m1, (m2 + (F b - F a)); split; [ring |]; split.
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
    now replace (m + (F b - F b)) with m by ring.
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
    + now replace (m0 + (m + (F b - F b))) with (m0 + m) by ring.
Qed.

Lemma packed_strictly_below c t m :
  packed (fun z => z < c) t m -> exists b, b < c /\ m <= F b.
Proof.
  induction 1 as [t | t a b m is IH before proper inside].
  { exists (c - 1); generalize (F_between (c - 1)); lra. }
  destruct proper as [less | ->].
  - exists b; split; [apply (inside b); lra |].
    generalize (packed_le_F _ _ _ is) (F_le _ _ before); lra.
  - destruct IH as [b' [below bound]]; exists b'; lra.
Qed.

Lemma content_is_law : is_law F content.
Proof.
  assert (reaches : forall (A : R -> Prop) b e, (forall z, z <= b -> A z) -> 0 < e ->
    F b - e <= content A).
  { intros A b e inside e_pos; destruct (content_is_lub A) as [upper _].
    destruct F_is as [_ [low _]]; destruct (low e e_pos) as [a a_is].
    destruct (Rle_or_lt a b) as [order | late].
    - apply Rle_trans with (0 + (F b - F a)); [lra |].
      apply upper; exists b; apply packed_more with a; [constructor | lra | assumption |].
      intros; apply inside; lra.
    - apply Rle_trans with 0; [generalize (F_le b a); lra |].
      apply upper; exists 0; constructor. }
  split; [| split; [| split; [| split]]].
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
      generalize (packed_le_F _ _ _ is') (F_le _ _ low); lra.
    + apply Rnot_lt_le; intros less.
      generalize (reaches (fun z => z <= c) c ((F c - content (fun z => z <= c)) / 2)
        (fun z few => few)); lra.
  - destruct (content_is_lub (fun _ => True)) as [upper least]; apply Rle_antisym.
    + apply least; intros m [t is]; generalize (packed_le_F _ _ _ is) (F_between t); lra.
    + apply Rnot_lt_le; intros less; set (e := (1 - content (fun _ => True)) / 2).
      assert (nonneg : 0 <= content (fun _ => True)) by (apply upper; exists 0; constructor).
      destruct F_is as [_ [_ [high _]]]; destruct (high (e / 2)) as [b b_is]; [unfold e; lra |].
      generalize (reaches (fun _ => True) b (e / 2) (fun z _ => I)); unfold e in *; lra.
  - intros c e e_pos; destruct (content_is_lub (fun z => z < c)) as [_ least].
    apply Classical_Prop.NNPP; intros none.
    assert (content (fun z => z < c) <= content (fun z => z < c) - e); [| lra].
    apply least; intros m [t is]; apply Rnot_lt_le; intros more; apply none.
    destruct (packed_strictly_below c t m is) as [b [below bound]]; exists b; split; lra.
Qed.

Lemma law_exists : exists P, is_law F P.
Proof. exists content; apply content_is_law. Qed.

End Existence.
