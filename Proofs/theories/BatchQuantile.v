(** The (1 - 1/m)-quantile of a batch, and how many particles must exceed a threshold for it to. *)

From Coq Require Import Reals Lra Lia List.
Import ListNotations.
Open Scope R_scope.

(** How many values are at most v, and how many exceed it. *)
Definition up_to (v : R) (values : list R) : nat :=
  length (filter (fun x => if Rle_dec x v then true else false) values).

Definition exceeding (v : R) (values : list R) : nat :=
  length (filter (fun x => if Rlt_dec v x then true else false) values).

(** The least of the values that at least the share 1 - 1/m of them does not exceed. *)
Definition is_quantile (m : nat) (values : list R) (q : R) : Prop :=
  let enough v := ((m - 1) * length values <= m * up_to v values)%nat in
  In q values /\ enough q /\ forall u, In u values -> enough u -> q <= u.

Lemma up_to_add_exceeding : forall (v : R) (values : list R),
  (up_to v values + exceeding v values = length values)%nat.
Proof.
  intros v values. unfold up_to, exceeding.
  induction values as [| x rest step]; [reflexivity |].
  simpl. destruct (Rle_dec x v), (Rlt_dec v x); simpl; try lia; exfalso; lra.
Qed.

Lemma up_to_mono : forall (u v : R) (values : list R),
  u <= v -> (up_to u values <= up_to v values)%nat.
Proof.
  intros u v values less. unfold up_to.
  induction values as [| x rest step]; [reflexivity |].
  simpl. destruct (Rle_dec x u), (Rle_dec x v); simpl; try lia; exfalso; lra.
Qed.

Lemma largest_exists : forall values : list R,
  values <> [] -> exists u, In u values /\ forall x, In x values -> x <= u.
Proof.
  induction values as [| a rest step]; [congruence |]. intros _.
  destruct rest as [| b rest].
  - exists a. split; [now left |]. intros x [<- | []]. lra.
  - destruct step as [u [inside above]]; [congruence |].
    destruct (Rle_dec a u).
    + exists u. split; [now right |]. intros x [<- |]; [assumption | now apply above].
    + exists a. split; [now left |]. intros x [<- | later]; [lra |].
      specialize (above x later). lra.
Qed.

(** The largest of the values up to v is as good as v. *)
Lemma value_up_to : forall (v : R) (values : list R), (0 < up_to v values)%nat ->
  exists u, In u values /\ u <= v /\ up_to u values = up_to v values.
Proof.
  intros v values some.
  destruct (largest_exists (filter (fun x => if Rle_dec x v then true else false) values))
    as [u [inside above]].
  { intro none. unfold up_to in some. rewrite none in some. simpl in some. lia. }
  apply filter_In in inside. destruct inside as [inside low].
  destruct (Rle_dec u v) as [less |]; [| discriminate].
  exists u. repeat split; try assumption.
  unfold up_to. f_equal. apply filter_ext_in. intros x member.
  destruct (Rle_dec x u), (Rle_dec x v); try reflexivity; exfalso; [lra |].
  assert (x <= u); [| lra].
  apply above, filter_In. split; [assumption |]. destruct (Rle_dec x v); [reflexivity | lra].
Qed.

Lemma quantile_exceeds_iff : forall (m : nat) (values : list R) (q v : R),
  (2 <= m)%nat -> is_quantile m values q ->
  (v < q <-> (length values < m * exceeding v values)%nat).
Proof.
  intros m values q v modes [inside [enough least]].
  assert (some : (0 < length values)%nat) by (destruct values; [destruct inside | simpl; lia]).
  pose proof (up_to_add_exceeding v values) as total.
  split.
  - intro above.
    destruct (Nat.lt_ge_cases (length values) (m * exceeding v values)) as [| few];
      [assumption | exfalso].
    assert (share : ((m - 1) * length values <= m * up_to v values)%nat) by nia.
    destruct (value_up_to v values) as [u [member [low same]]]; [nia |].
    rewrite <- same in share. specialize (least u member share). lra.
  - intro many. destruct (Rlt_or_le v q) as [| low]; [assumption | exfalso].
    pose proof (up_to_mono q v values low). nia.
Qed.

(** The second largest of a batch. *)
Lemma last_quantile_exceeds_iff : forall (values : list R) (q v : R),
  (2 <= length values)%nat -> is_quantile (length values) values q ->
  (v < q <-> (2 <= exceeding v values)%nat).
Proof.
  intros values q v size quantile.
  rewrite (quantile_exceeds_iff _ _ _ v size quantile). nia.
Qed.

Ltac decide_values :=
  unfold is_quantile, up_to, exceeding; simpl;
  repeat match goal with
    | |- context [Rle_dec ?a ?b] => destruct (Rle_dec a b); try (exfalso; lra)
    | |- context [Rlt_dec ?a ?b] => destruct (Rlt_dec a b); try (exfalso; lra)
    end;
  simpl.

(** Two modes with a particle each, at 0 and at 10, and the threshold 5: the median is 0. *)
Lemma quantile_misses_one_mode :
  ~ forall (m J : nat) (before after : list (list R)) (mode : list R) (v q : R),
    (2 <= m)%nat -> length (before ++ mode :: after) = m ->
    Forall (fun particles => length particles = J) (before ++ mode :: after) ->
    (1 <= exceeding v mode <= J)%nat ->
    Forall (Forall (fun x => x <= v)) (before ++ after) ->
    is_quantile m (concat (before ++ mode :: after)) q -> v < q.
Proof.
  intro printed.
  specialize (printed 2%nat 1%nat [[0]] [] [10] 5 0).
  assert (5 < 0); [| lra].
  apply printed; try (simpl; lia).
  - repeat constructor.
  - decide_values. lia.
  - repeat constructor; lra.
  - decide_values. repeat split; try lia; [now left |].
    intros u [<- | [<- | []]] _; lra.
Qed.
