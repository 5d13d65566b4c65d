(** Tactics for identities that `steepness export-coq` writes: fractions in symbols, exponentials,
    logarithms and square roots.

    A proof names the exponentials and roots that occur, replaces one part of the statement after
    another by the form that the program has found for it, each time with a proof, and ends in
    `field`. *)

From Coq Require Export Reals Lra.
From Steepness.Missing Require Export IntegerIntervals.
Open Scope R_scope.

Lemma exp_of_ln : forall a b : R, 0 < b -> a = ln b -> exp a = b.
Proof. intros a b positive ->. now apply exp_ln. Qed.

Lemma ln_power : forall (n : nat) (x : R), 0 < x -> ln (x ^ n) = INR n * ln x.
Proof.
  induction n as [|n step]; intros x positive.
  - simpl. rewrite ln_1. ring.
  - rewrite S_INR. simpl. rewrite ln_mult, step; try assumption.
    + ring.
    + now apply pow_lt.
Qed.

Lemma ln_root : forall x : R, 0 < x -> ln (sqrt x) = ln x / 2.
Proof.
  intros x positive.
  pose proof (sqrt_lt_R0 x positive).
  rewrite <- (sqrt_sqrt x) at 2 by lra.
  rewrite ln_mult by assumption. field.
Qed.

Lemma sqrt_of_square : forall a b : R, 0 <= b -> b * b = a -> sqrt a = b.
Proof. intros a b positive <-. now apply sqrt_square. Qed.

(** Positive by its form and the hypotheses. *)
Ltac positive :=
  repeat first
    [ assumption | apply PI_RGT_0 | apply exp_pos | lra
    | apply Rplus_lt_0_compat | apply Rmult_lt_0_compat | apply Rdiv_lt_0_compat
    | apply Rinv_0_lt_compat | apply pow_lt | apply sqrt_lt_R0 | nra ].

(** Not 0: positive, negative, or a multiple of what a hypothesis says is not 0. *)
Ltac nonzero :=
  first
    [ assumption
    | apply PI_neq0
    | solve [ apply Rgt_not_eq; positive ]
    | solve [ apply Rlt_not_eq; lra ]
    | match goal with
      | h : ?e <> 0 |- _ =>
          solve [ let z := fresh in intro z; apply h; first [ lra | nra ] ]
      end ].

(** Equal as fractions in the roots and everything else; a root's square is its radicand. *)
Ltac fraction_is :=
  first
    [ reflexivity
    | match goal with
      | q1 : ?a ^ 2 = _, q2 : ?b ^ 2 = _, q3 : ?c ^ 2 = _ |- _ => field [q1 q2 q3]
      | q1 : ?a ^ 2 = _, q2 : ?b ^ 2 = _ |- _ => field [q1 q2]
      | q1 : ?a ^ 2 = _ |- _ => field [q1]
      | _ => field
      end;
      repeat split; nonzero ].

(** Logarithms of products as sums, those of exponentials and roots by what is known of them. *)
Ltac logarithms :=
  unfold Rdiv;
  repeat first
    [ rewrite ln_mult by positive | rewrite ln_Rinv by positive | rewrite ln_power by positive ];
  rewrite ?ln_1;
  repeat match goal with h : ln ?g = _ |- context [ln ?g] => rewrite h end;
  cbn [INR].

Tactic Notation "name_exponential" ident(g) constr(a) :=
  pose proof (exp_pos a); pose proof (ln_exp a); set (g := exp a) in *; clearbody g.

Ltac nonnegative := first [ solve [ apply Rlt_le; positive ] | nra ].

Tactic Notation "name_root" ident(g) constr(a) :=
  let n := fresh in
  assert (n : 0 <= a) by nonnegative;
  pose proof (sqrt_pos a); pose proof (pow2_sqrt a n);
  try pose proof (ln_root a ltac:(positive));
  try pose proof (sqrt_lt_R0 a ltac:(positive));
  set (g := sqrt a) in *; clearbody g;
  try match goal with
    | h : g <> 0, l : 0 <= g |- _ =>
        let p := fresh in
        assert (p : 0 < g) by (destruct l; [ assumption | now elim h ]);
        assert (0 < a) by nra
    end.

Tactic Notation "step" ident(t) constr(c) "by" tactic3(tac) :=
  let e := fresh in
  assert (e : t = c); [ unfold t; first [ reflexivity | tac ] | clearbody t; subst t ].

Tactic Notation "exponential_is" constr(f) :=
  transitivity f;
  [ apply exp_of_ln; [ positive | logarithms; fraction_is ] | fraction_is ].

Tactic Notation "logarithm_is" constr(f) :=
  match goal with |- ln ?b = _ => replace b with f by fraction_is end;
  logarithms; fraction_is.

Ltac root_is := apply sqrt_of_square; [ nonnegative | fraction_is ].

(** Two numbers, by enclosures that do not meet. *)
Ltac differ :=
  let unequal :=
    first [ apply Rlt_not_eq; interval with (i_prec 60) | apply Rgt_not_eq; interval with (i_prec 60) ]
  in
  repeat (split; [ first [ lra | unequal ] | ]);
  cbv zeta; unequal.
