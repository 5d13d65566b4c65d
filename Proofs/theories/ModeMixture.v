(** How much latent mass an increasing generator of steepness k sends between the modes. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import Missing.NormalLaw Missing.LinearChange LineMixture.
Open Scope R_scope.

(** The regions between modes: the union of [xᵢ + 3s, xᵢ₊₁ - 3s]. *)
Definition region (x : nat -> R) (s : R) (i : nat) (y : R) : Prop :=
  x i + 3 * s <= y <= x (S i) - 3 * s.
Definition between_modes (N : nat) (x : nat -> R) (s y : R) : Prop :=
  exists i, (S i < N)%nat /\ region x s i y.

(** Anchors: N(0, 1) has the mass below cᵢ that the data have below midpoint i. *)
Definition anchors (N : nat) (x : nat -> R) (s : R) (c : nat -> R) : Prop :=
  forall i, (S i < N)%nat -> Phi (c i) = mixture_cdf N (equal N) x s (midpoint x i).

(** The generators of Theorem 3.4: increasing, of steepness k at most, and g⁻¹(midpoint i) = cᵢ. *)
Definition admissible (N : nat) (x : nat -> R) (k : R) (c : nat -> R) (g : R -> R) : Prop :=
  (forall u v, u < v -> g u < g v)
  /\ (forall z, ex_derive g z) /\ (forall z, Rabs (Derive g z) <= k)
  /\ (forall i, (S i < N)%nat -> g (c i) = midpoint x i).

(** Half of the latent interval that is sure to land in region i, and the one that is printed. *)
Definition half_width (x : nat -> R) (s k : R) (i : nat) : R := (x (S i) - x i - 6 * s) / (2 * k).
Definition printed_half_width (x : nat -> R) (s k : R) (i : nat) : R :=
  (x (S i) - x i - 3 * s) / (2 * k).

(** Σ Φ(cᵢ + hᵢ) - Φ(cᵢ - hᵢ) over the N - 1 gaps. *)
Definition mixture_bound (N : nat) (c h : nat -> R) : R :=
  sum (N - 1) (fun i => Phi (c i + h i) - Phi (c i - h i)).

(** A bound on the derivative is a Lipschitz constant. *)
Lemma lipschitz_of_derive_le (k : R) (g : R -> R) :
  (forall z, ex_derive g z) -> (forall z, Rabs (Derive g z) <= k) ->
  forall u v, Rabs (g u - g v) <= k * Rabs (u - v).
Proof.
  intros smooth bounded u v.
  destruct (MVT_gen g v u (Derive g)) as [z [_ mean]].
  - intros; now apply Derive_correct.
  - intros; apply continuity_pt_filterlim, (ex_derive_continuous g); auto.
  - rewrite mean, Rabs_mult; apply Rmult_le_compat_r; auto using Rabs_pos.
Qed.

Section Bound.

Variables (N : nat) (x : nat -> R) (s k : R) (c : nat -> R) (g : R -> R).
Hypotheses (s_pos : 0 < s) (apart : line_separated N x (6 * s)).
Hypothesis g_is : admissible N x k c g.

Lemma steepness_bound_pos : 0 < k.
Proof.
  destruct g_is as [increasing [smooth [steep _]]].
  destruct (mean_value g (Derive g) 0 1) as [z [_ mean]]; [| lra |].
  - intros; now apply Derive_correct.
  - assert (g 0 < g 1) by (apply increasing; lra).
    generalize (steep z) (Rle_abs (Derive g z)); lra.
Qed.

Lemma admissible_moves_le u v : u <= v -> g u <= g v <= g u + k * (v - u).
Proof.
  destruct g_is as [increasing [smooth [steep _]]]; intros [less | ->]; [| lra].
  generalize (increasing u v less) (lipschitz_of_derive_le k g smooth steep v u).
  rewrite !Rabs_pos_eq by (generalize (increasing u v less); lra); lra.
Qed.

Lemma region_of_near_anchor i z :
  (S i < N)%nat -> c i - half_width x s k i <= z <= c i + half_width x s k i ->
  region x s i (g z).
Proof.
  intros inside near; assert (k_pos := steepness_bound_pos).
  assert (at_c : g (c i) = (x i + x (S i)) / 2) by now apply g_is.
  assert (width : k * half_width x s k i = (x (S i) - x i) / 2 - 3 * s)
    by (unfold half_width; field; lra).
  unfold region; destruct (Rle_or_lt z (c i)) as [left | right].
  - generalize (admissible_moves_le z (c i) left) (apart i inside); intros.
    assert (k * (c i - z) <= k * half_width x s k i) by (apply Rmult_le_compat_l; lra); lra.
  - generalize (admissible_moves_le (c i) z (Rlt_le _ _ right)) (apart i inside); intros.
    assert (k * (z - c i) <= k * half_width x s k i) by (apply Rmult_le_compat_l; lra); lra.
Qed.

Lemma half_width_nonneg i : (S i < N)%nat -> 0 <= half_width x s k i.
Proof.
  intros inside; assert (k_pos := steepness_bound_pos).
  unfold half_width; apply Rdiv_le_0_compat; [generalize (apart i inside); lra | lra].
Qed.

(** The true form of the bound. *)
Lemma mixture_bound_le P :
  normal_law P -> mixture_bound N c (half_width x s k) <= P (fun z => between_modes N x s (g z)).
Proof.
  intros law; apply (sum_le_law P law (N - 1) (fun i => c i - half_width x s k i)).
  - intros i few; generalize (half_width_nonneg i); intros nonneg.
    assert (0 <= half_width x s k i) by (apply nonneg; lia); lra.
  - intros i few; apply Rnot_le_lt; intros late.
    assert (first : region x s i (g (c i + half_width x s k i))).
    { apply region_of_near_anchor; [lia |]; generalize (half_width_nonneg i); intros nonneg.
      assert (0 <= half_width x s k i) by (apply nonneg; lia); lra. }
    assert (second : region x s (S i) (g (c (S i) - half_width x s k (S i)))).
    { apply region_of_near_anchor; [lia |]; generalize (half_width_nonneg (S i)); intros nonneg.
      assert (0 <= half_width x s k (S i)) by (apply nonneg; lia); lra. }
    generalize (admissible_moves_le _ _ late); unfold region in *; lra.
  - intros i z few near; exists i; split; [lia |]; apply region_of_near_anchor; [lia | exact near].
Qed.

(** g rises from midpoint to midpoint between the anchors. *)
Lemma rise_between_anchors i :
  (S (S i) < N)%nat -> midpoint x (S i) - midpoint x i <= k * (c (S i) - c i).
Proof.
  intros inside; destruct g_is as [increasing [_ [_ meets]]].
  assert (first := meets i); assert (second := meets (S i)).
  destruct (Rle_or_lt (c i) (c (S i))) as [less | more].
  - generalize (admissible_moves_le _ _ less); rewrite first, second by lia; lra.
  - generalize (increasing _ _ more); rewrite first, second by lia; intros down; exfalso.
    assert (a := apart i); assert (b := apart (S i)); unfold midpoint in down.
    assert (6 * s <= x (S i) - x i) by (apply a; lia).
    assert (6 * s <= x (S (S i)) - x (S i)) by (apply b; lia); lra.
Qed.

(** Where g has slope k around every anchor, nothing else lands between the modes. *)
Lemma mixture_eq_of_slope P :
  normal_law P ->
  (forall i z, (S i < N)%nat -> c i - half_width x s k i <= z <= c i + half_width x s k i ->
    g z = midpoint x i + k * (z - c i)) ->
  P (fun z => between_modes N x s (g z)) = mixture_bound N c (half_width x s k).
Proof.
  intros law slope; apply (law_intervals P law (N - 1) (fun i => c i - half_width x s k i)
    (fun i => c i + half_width x s k i)).
  - intros i few; generalize (half_width_nonneg i); intros nonneg.
    assert (0 <= half_width x s k i) by (apply nonneg; lia); lra.
  - intros i few; apply Rnot_le_lt; intros late.
    assert (a := apart i); assert (b := apart (S i)).
    assert (6 * s <= x (S i) - x i) by (apply a; lia).
    assert (6 * s <= x (S (S i)) - x (S i)) by (apply b; lia).
    assert (0 <= half_width x s k i) by (apply half_width_nonneg; lia).
    assert (0 <= half_width x s k (S i)) by (apply half_width_nonneg; lia).
    assert (first : region x s i (g (c i + half_width x s k i)))
      by (apply region_of_near_anchor; [lia | lra]).
    assert (second : region x s (S i) (g (c (S i) - half_width x s k (S i))))
      by (apply region_of_near_anchor; [lia | lra]).
    generalize (admissible_moves_le _ _ late); unfold region in *; lra.
  - intros z; split.
    + intros [i [inside [low high]]]; exists i; split; [lia |].
      assert (nonneg := half_width_nonneg i inside); assert (k_pos := steepness_bound_pos).
      assert (width : k * half_width x s k i = (x (S i) - x i) / 2 - 3 * s)
        by (unfold half_width; field; lra).
      destruct g_is as [increasing _].
      assert (left : g (c i - half_width x s k i) = midpoint x i - k * half_width x s k i)
        by (rewrite (slope i) by (auto; lra); ring).
      assert (right : g (c i + half_width x s k i) = midpoint x i + k * half_width x s k i)
        by (rewrite (slope i) by (auto; lra); ring).
      unfold midpoint in *; split; apply Rnot_lt_le; intros outside.
      * generalize (increasing _ _ outside); rewrite left; lra.
      * generalize (increasing _ _ outside); rewrite right; lra.
    + intros [i [few near]]; exists i; split; [lia |]; apply region_of_near_anchor;
        [lia | exact near].
Qed.

End Bound.

(** The printed bound is larger than the true one, whatever the anchors are. *)
Lemma mixture_bound_lt_printed N x s k c :
  (2 <= N)%nat -> 0 < s -> 0 < k ->
  mixture_bound N c (half_width x s k) < mixture_bound N c (printed_half_width x s k).
Proof.
  intros some s_pos k_pos; unfold mixture_bound.
  assert (each : forall i, Phi (c i + half_width x s k i) - Phi (c i - half_width x s k i)
    < Phi (c i + printed_half_width x s k i) - Phi (c i - printed_half_width x s k i)).
  { intros i; assert (half_width x s k i < printed_half_width x s k i).
    { unfold half_width, printed_half_width; apply Rmult_lt_compat_r; [| lra].
      apply Rinv_0_lt_compat; lra. }
    generalize (Phi_increasing (c i + half_width x s k i) (c i + printed_half_width x s k i)).
    generalize (Phi_increasing (c i - printed_half_width x s k i) (c i - half_width x s k i));
      lra. }
  destruct (N - 1)%nat as [| n] eqn:count; [lia |]; cbn [sum].
  apply Rplus_le_lt_compat; [| apply each].
  apply sum_le; intros; left; apply each.
Qed.

(** Without the anchors: from a mass of a below region i, the region has Φ(Φ⁻¹(a) + width/k) - a. *)
Lemma region_mass_ge P x s k g i a z :
  normal_law P -> 0 < k -> 0 < s -> 6 * s <= x (S i) - x i ->
  (forall u v, u < v -> g u < g v) -> (forall u, ex_derive g u) ->
  (forall u, Rabs (Derive g u) <= k) ->
  P (fun u => g u < x i + 3 * s) = a -> Phi z = a ->
  Phi (z + (x (S i) - x i - 6 * s) / k) - a <= P (fun u => region x s i (g u)).
Proof.
  intros law k_pos s_pos wide increasing smooth steep mass z_is.
  set (L := x i + 3 * s) in *; set (width := (x (S i) - x i - 6 * s) / k).
  assert (width_nonneg : 0 <= width) by (apply Rdiv_le_0_compat; lra).
  assert (continuous : forall u, continuity_pt g u).
  { intros u; apply continuity_pt_filterlim, (ex_derive_continuous g), smooth. }
  (* g takes the value L at z. *)
  assert (at_z : g z = L).
  { apply Rle_antisym; apply Rnot_lt_le; intros strict.
    - destruct (change_of_continuous g z (g z - L)) as [d [d_pos near]];
        [apply (ex_derive_continuous g), smooth | lra |].
      specialize (near (z - d / 2)); replace (z - d / 2 - z) with (- (d / 2)) in near by ring.
      rewrite Rabs_Ropp, Rabs_pos_eq in near by lra.
      assert (close : d / 2 < d) by lra; apply near in close; apply Rabs_lt_between in close.
      assert (few : P (fun u => g u < L) <= P (fun u => u <= z - d / 2)).
      { apply (law_le P law); intros u low; apply Rnot_lt_le; intros late.
        generalize (increasing _ _ late); lra. }
      rewrite (law_below P law), mass, <- z_is in few; apply Phi_le_reg in few; lra.
    - destruct (change_of_continuous g z (L - g z)) as [d [d_pos near]];
        [apply (ex_derive_continuous g), smooth | lra |].
      specialize (near (z + d / 2)); replace (z + d / 2 - z) with (d / 2) in near by ring.
      rewrite Rabs_pos_eq in near by lra.
      assert (close : d / 2 < d) by lra; apply near in close; apply Rabs_lt_between in close.
      assert (more : P (fun u => u <= z + d / 2) <= P (fun u => g u < L)).
      { apply (law_le P law); intros u [low | ->]; [| lra].
        generalize (increasing _ _ low); lra. }
      rewrite (law_below P law), mass, <- z_is in more; apply Phi_le_reg in more; lra. }
  rewrite <- z_is, <- (law_interval P law) by lra; apply (law_le P law); intros u [late early].
  assert (moved := lipschitz_of_derive_le k g smooth steep u z).
  assert (up : g z <= g u) by (destruct late as [late | ->]; [left; auto | lra]).
  rewrite at_z, !Rabs_pos_eq in moved by lra.
  assert (k * (u - z) <= k * width) by (apply Rmult_le_compat_l; lra).
  assert (k * width = x (S i) - x i - 6 * s) by (unfold width; field; lra).
  unfold region, L in *; lra.
Qed.
