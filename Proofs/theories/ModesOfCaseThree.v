(** The optimal discriminator of case 3 at the four modes. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Rcomplements.
From Steepness Require Import Densities DiscriminatorFieldCases Numbers.
From Steepness.Missing Require Import IntegerIntervals.
Open Scope R_scope.

(** p_data/(p_data + p_g) with p_g = N([1, 1], I). *)
Definition discriminator_3 (x y : R) : R :=
  mixture (1 / 10) 1 x y / (mixture (1 / 10) 1 x y + gaussian 1 1 1 x y).

(** Far from the other modes only the nearest counts. *)
Definition leading_ratio_3 (x y : R) : R := 5 / 2 * exp (((x - 1) ^ 2 + (y - 1) ^ 2) / 2).

Lemma discriminator_3_eq : forall x y : R, discriminator_3 x y = ratio_3 x y / (1 + ratio_3 x y).
Proof.
  intros x y. unfold discriminator_3, ratio_3.
  assert (0 < gaussian 1 1 1 x y) by (apply gaussian_pos; lra).
  assert (0 < mixture (1 / 10) 1 x y).
  { assert (positive : forall a b, 0 < gaussian (1 / 10) a b x y)
      by (intros; apply gaussian_pos; lra).
    unfold mixture, corner_sum. apply Rmult_lt_0_compat; [lra |].
    repeat apply Rplus_lt_0_compat; apply positive. }
  field. split; lra.
Qed.

Ltac at_modes :=
  rewrite ?discriminator_3_eq, ?ratio_3_closed;
  unfold rounds_to, leading_ratio_3, closed_3, corner_sum, bump_3;
  interval with (i_prec 60).

Lemma discriminator_3_values :
  rounds_to (discriminator_3 1 1) (714 / 1000) (1 / 1000)
  /\ rounds_to (discriminator_3 1 (-1)) (949 / 1000) (1 / 1000)
  /\ rounds_to (discriminator_3 (-1) 1) (949 / 1000) (1 / 1000)
  /\ rounds_to (discriminator_3 (-1) (-1)) (993 / 1000) (1 / 1000).
Proof. repeat split; at_modes. Qed.

Lemma ratio_3_near_leading :
  Rabs (ratio_3 1 1 / leading_ratio_3 1 1 - 1) <= / 10 ^ 8
  /\ Rabs (ratio_3 1 (-1) / leading_ratio_3 1 (-1) - 1) <= / 10 ^ 8
  /\ Rabs (ratio_3 (-1) 1 / leading_ratio_3 (-1) 1 - 1) <= / 10 ^ 8
  /\ Rabs (ratio_3 (-1) (-1) / leading_ratio_3 (-1) (-1) - 1) <= / 10 ^ 8.
Proof. repeat split; at_modes. Qed.

Lemma discriminator_3_order :
  discriminator_3 1 1 < discriminator_3 1 (-1) < discriminator_3 (-1) (-1)
  /\ discriminator_3 1 1 < discriminator_3 (-1) 1 < discriminator_3 (-1) (-1).
Proof.
  destruct discriminator_3_values as [a [b [c d]]]. unfold rounds_to in *.
  pose proof (Rcomplements.Rabs_le_between (discriminator_3 1 1 - 714 / 1000) (1 / 1000 / 2)).
  pose proof (Rcomplements.Rabs_le_between (discriminator_3 1 (-1) - 949 / 1000) (1 / 1000 / 2)).
  pose proof (Rcomplements.Rabs_le_between (discriminator_3 (-1) 1 - 949 / 1000) (1 / 1000 / 2)).
  pose proof
    (Rcomplements.Rabs_le_between (discriminator_3 (-1) (-1) - 993 / 1000) (1 / 1000 / 2)).
  intuition lra.
Qed.
