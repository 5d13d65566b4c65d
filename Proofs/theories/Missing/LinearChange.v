(** The derivative of g where F∘g and F have derivatives, as for g = F⁻¹∘H. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(** The derivative as the linear part of the change, in ε and δ. *)
Lemma change_of_derive (f : R -> R) (x l e : R) :
  is_derive f x l -> 0 < e ->
  exists d, 0 < d
  /\ forall y, Rabs (y - x) < d -> Rabs (f y - f x - l * (y - x)) <= e * Rabs (y - x).
Proof.
  intros is e_pos; apply is_derive_Reals in is; destruct (is e e_pos) as [d near].
  exists d; split; [apply cond_pos |]; intros y close.
  destruct (Req_dec (y - x) 0) as [none | some].
  - replace y with x by lra; replace (f x - f x - l * (x - x)) with 0 by ring.
    rewrite Rminus_eq_0, Rabs_R0; lra.
  - specialize (near (y - x) some close); replace (x + (y - x)) with y in near by ring.
    replace (f y - f x - l * (y - x)) with (((f y - f x) / (y - x) - l) * (y - x)) by (field; lra).
    rewrite Rabs_mult; apply Rmult_le_compat_r; [apply Rabs_pos | lra].
Qed.

Lemma derive_of_change (f : R -> R) (x l : R) :
  (forall e, 0 < e -> exists d, 0 < d /\
    forall y, Rabs (y - x) < d -> Rabs (f y - f x - l * (y - x)) <= e * Rabs (y - x)) ->
  is_derive f x l.
Proof.
  intros change; apply is_derive_Reals; intros e e_pos.
  destruct (change (e / 2)) as [d [d_pos near]]; [lra |].
  exists (mkposreal d d_pos); intros h some small; simpl in small.
  specialize (near (x + h)); replace (x + h - x) with h in near by ring.
  replace ((f (x + h) - f x) / h - l) with ((f (x + h) - f x - l * h) / h) by (field; assumption).
  assert (0 < Rabs h) by now apply Rabs_pos_lt.
  unfold Rdiv; rewrite Rabs_mult, Rabs_inv; fold (Rdiv (Rabs (f (x + h) - f x - l * h)) (Rabs h)).
  apply Rlt_div_l; [assumption |]; specialize (near small); nra.
Qed.

(** A continuous map has no jumps: the change is as small as one likes. *)
Lemma change_of_continuous (f : R -> R) (x e : R) :
  continuous f x -> 0 < e -> exists d, 0 < d /\ forall y, Rabs (y - x) < d -> Rabs (f y - f x) < e.
Proof.
  intros is e_pos.
  destruct (is (fun u => Rabs (u - f x) < e)) as [d near].
  - exists (mkposreal e e_pos); intros u close; exact close.
  - exists d; split; [apply cond_pos |]; intros y close; now apply near.
Qed.

Lemma continuous_of_change (f : R -> R) (x : R) :
  (forall e, 0 < e -> exists d, 0 < d /\ forall y, Rabs (y - x) < d -> Rabs (f y - f x) < e) ->
  continuous f x.
Proof.
  intros change; intros P [e inside].
  destruct (change e (cond_pos e)) as [d [d_pos near]].
  exists (mkposreal d d_pos); intros y close; apply inside; now apply near.
Qed.

Lemma continuous_of_increasing_comp (F g : R -> R) (z : R) :
  (forall a b, a < b -> F a < F b) -> continuous (fun u => F (g u)) z -> continuous g z.
Proof.
  intros increasing continuous; apply continuous_of_change; intros e e_pos.
  assert (up := increasing (g z) (g z + e)); assert (down := increasing (g z - e) (g z)).
  destruct (change_of_continuous _ _ (Rmin (F (g z + e) - F (g z)) (F (g z) - F (g z - e)))
    continuous) as [d [d_pos near]]; [apply Rmin_glb_lt; lra |].
  exists d; split; [assumption |]; intros y close; specialize (near y close).
  assert (l := Rmin_l (F (g z + e) - F (g z)) (F (g z) - F (g z - e))).
  assert (r := Rmin_r (F (g z + e) - F (g z)) (F (g z) - F (g z - e))).
  apply Rabs_lt_between in near; apply Rabs_lt_between; split; apply Rnot_le_lt; intros far.
  - destruct (Req_dec (g y) (g z - e)) as [same |]; [rewrite same in near; lra |].
    assert (F (g y) < F (g z - e)) by (apply increasing; lra); lra.
  - destruct (Req_dec (g y) (g z + e)) as [same |]; [rewrite same in near; lra |].
    assert (F (g z + e) < F (g y)) by (apply increasing; lra); lra.
Qed.

Lemma is_derive_of_comp (F g : R -> R) (z f l : R) :
  continuous g z -> f <> 0 -> is_derive F (g z) f -> is_derive (fun u => F (g u)) z l ->
  is_derive g z (l / f).
Proof.
  intros g_continuous f_some F_is comp_is.
  assert (f_pos : 0 < Rabs f) by now apply Rabs_pos_lt.
  assert (l_size := Rabs_pos l); set (L := Rabs l + 1).
  apply derive_of_change; intros e e_pos.
  assert (square : 0 < Rabs f ^ 2 * e / (4 * L)).
  { unfold L; apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat; [nra | assumption] | lra]. }
  set (a := Rmin (Rabs f / 2) (Rabs f ^ 2 * e / (4 * L))).
  set (b := Rmin 1 (Rabs f * e / 2)).
  assert (a_pos : 0 < a) by (apply Rmin_glb_lt; lra).
  assert (b_pos : 0 < b) by (apply Rmin_glb_lt; nra).
  destruct (change_of_derive F (g z) f a F_is a_pos) as [c [c_pos F_near]].
  destruct (change_of_derive _ z l b comp_is b_pos) as [d [d_pos comp_near]].
  destruct (change_of_continuous g z c g_continuous c_pos) as [d' [d'_pos g_near]].
  exists (Rmin d d'); split; [now apply Rmin_glb_lt |]; intros y close.
  assert (closer : Rabs (y - z) < d) by (apply Rlt_le_trans with (1 := close), Rmin_l).
  assert (closest : Rabs (y - z) < d') by (apply Rlt_le_trans with (1 := close), Rmin_r).
  specialize (F_near (g y) (g_near y closest)); specialize (comp_near y closer).
  set (G := g y - g z) in *; set (D := F (g y) - F (g z)) in *; set (h := y - z) in *.
  assert (a_1 : a <= Rabs f / 2) by apply Rmin_l.
  assert (a_2 : a <= Rabs f ^ 2 * e / (4 * L)) by apply Rmin_r.
  assert (b_1 : b <= 1) by apply Rmin_l.
  assert (b_2 : b <= Rabs f * e / 2) by apply Rmin_r.
  assert (G_size := Rabs_pos G); assert (h_size := Rabs_pos h).
  (* |D| ≤ L|h|, and |G| ≤ 2|D|/|f|. *)
  assert (D_le : Rabs D <= L * Rabs h).
  { replace D with ((D - l * h) + l * h) by ring.
    apply Rle_trans with (1 := Rabs_triang _ _); rewrite (Rabs_mult l h); unfold L; nra. }
  assert (G_le : Rabs f * Rabs G <= 2 * Rabs D).
  { assert (triangle := Rabs_triang D (- (D - f * G))); rewrite Rabs_Ropp in triangle.
    replace (D + - (D - f * G)) with (f * G) in triangle by ring.
    rewrite Rabs_mult in triangle; nra. }
  apply Rmult_le_reg_l with (Rabs f); [assumption |]; rewrite <- Rabs_mult.
  replace (f * (G - l / f * h)) with (- (D - f * G) + (D - l * h)) by (field; assumption).
  apply Rle_trans with (1 := Rabs_triang _ _); rewrite Rabs_Ropp.
  assert (first : a * Rabs G <= Rabs f * e / 2 * Rabs h).
  { apply Rle_trans with (Rabs f ^ 2 * e / (4 * L) * Rabs G).
    { now apply Rmult_le_compat_r. }
    replace (Rabs f ^ 2 * e / (4 * L) * Rabs G)
      with (Rabs f * e / (4 * L) * (Rabs f * Rabs G)) by (unfold L; field; lra).
    apply Rle_trans with (Rabs f * e / (4 * L) * (2 * (L * Rabs h))).
    - apply Rmult_le_compat_l; [| lra].
      left; apply Rdiv_lt_0_compat; [nra | unfold L; lra].
    - right; field; unfold L; lra. }
  nra.
Qed.
