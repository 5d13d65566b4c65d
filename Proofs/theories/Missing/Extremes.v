(** The least and the greatest of finitely many numbers. *)

From Coq Require Import Reals Lra Lia.
From Steepness Require Import Missing.EuclideanSpace.
Open Scope R_scope.

(** The least of f 0, …, f (n - 1), for n ≥ 1. *)
Fixpoint least (n : nat) (f : nat -> R) : R :=
  match n with
  | O => f O
  | S k => Rmin (least k f) (f k)
  end.

(** The greatest of f 0, …, f (n - 1), for n ≥ 1. *)
Fixpoint greatest (n : nat) (f : nat -> R) : R :=
  match n with
  | O => f O
  | S k => Rmax (greatest k f) (f k)
  end.

Lemma least_le n f i : (i < n)%nat -> least n f <= f i.
Proof.
  induction n; intros inside; [lia |]; simpl.
  destruct (Nat.eq_dec i n) as [-> |]; [apply Rmin_r |].
  apply Rle_trans with (least n f); [apply Rmin_l | apply IHn; lia].
Qed.

Lemma least_attained n f : (1 <= n)%nat -> exists i, (i < n)%nat /\ least n f = f i.
Proof.
  destruct n as [| n]; [lia |]; intros _; induction n as [| n IHn].
  - exists 0%nat; split; [lia | simpl; apply Rmin_left; lra].
  - destruct IHn as [i [inside same]].
    change (least (S (S n)) f) with (Rmin (least (S n) f) (f (S n))).
    destruct (Rle_dec (least (S n) f) (f (S n))).
    + exists i; split; [lia |]; now rewrite Rmin_left.
    + exists (S n); split; [lia |]; apply Rmin_right; lra.
Qed.

Lemma greatest_ge n f i : (i < n)%nat -> f i <= greatest n f.
Proof.
  induction n; intros inside; [lia |]; simpl.
  destruct (Nat.eq_dec i n) as [-> |]; [apply Rmax_r |].
  apply Rle_trans with (greatest n f); [apply IHn; lia | apply Rmax_l].
Qed.

Lemma greatest_attained n f : (1 <= n)%nat -> exists i, (i < n)%nat /\ greatest n f = f i.
Proof.
  destruct n as [| n]; [lia |]; intros _; induction n as [| n IHn].
  - exists 0%nat; split; [lia | simpl; apply Rmax_left; lra].
  - destruct IHn as [i [inside same]].
    change (greatest (S (S n)) f) with (Rmax (greatest (S n) f) (f (S n))).
    destruct (Rle_dec (f (S n)) (greatest (S n) f)).
    + exists i; split; [lia |]; now rewrite Rmax_left.
    + exists (S n); split; [lia |]; apply Rmax_right; lra.
Qed.

(** An increasing function of the greatest is the greatest of its values. *)
Lemma greatest_map n f (h : R -> R) :
  (forall a b, a <= b -> h a <= h b) -> greatest n (fun i => h (f i)) = h (greatest n f).
Proof.
  intros increasing; induction n; simpl; [easy |]; rewrite IHn.
  destruct (Rle_dec (greatest n f) (f n)) as [less | more].
  - rewrite !Rmax_right; auto.
  - rewrite !Rmax_left; auto; [lra | apply increasing; lra].
Qed.

Lemma least_map n f (h : R -> R) :
  (forall a b, a <= b -> h a <= h b) -> least n (fun i => h (f i)) = h (least n f).
Proof.
  intros increasing; induction n; simpl; [easy |]; rewrite IHn.
  destruct (Rle_dec (least n f) (f n)) as [less | more].
  - rewrite !Rmin_left; auto.
  - rewrite !Rmin_right; auto; [lra | apply increasing; lra].
Qed.

Lemma least_ext n f h : (forall i, f i = h i) -> least n f = least n h.
Proof. intros same; induction n; simpl; [auto | now rewrite IHn, same]. Qed.
