"""Writes how Python itself groups random expressions, each as nested calls.

  python3 peers/goldens/transform_grammar.py > \
      engine/transform/src/test/resources/dev/pipewright/transform/expression/grammar.json
"""

import ast
import json
import random

FUNCTIONS = {
    ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply", ast.Div: "divide",
    ast.FloorDiv: "floordiv", ast.Mod: "floormod", ast.Pow: "pow",
    ast.Eq: "equal", ast.NotEq: "not_equal", ast.Lt: "less", ast.LtE: "less_equal",
    ast.Gt: "greater", ast.GtE: "greater_equal",
    ast.And: "logical_and", ast.Or: "logical_or", ast.Not: "logical_not", ast.USub: "negative",
}
SIGNS = ["+", "-", "*", "/", "//", "%", "**", "==", "!=", "<", "<=", ">", ">=", "and", "or"]


def call(operator, *arguments):
  return f"tf.math.{FUNCTIONS[type(operator)]}({', '.join(arguments)})"


def nested(node):
  match node:
    case ast.Name(name):
      return f"`{name}`"
    case ast.BinOp(left, operator, right):
      return call(operator, nested(left), nested(right))
    case ast.Compare(left, [operator], [right]):
      return call(operator, nested(left), nested(right))
    case ast.UnaryOp(ast.UAdd(), operand):
      return nested(operand)
    case ast.UnaryOp(operator, operand):
      return call(operator, nested(operand))
    case ast.BoolOp(operator, values):
      text = nested(values[0])
      for value in values[1:]:
        text = call(operator, text, nested(value))
      return text
  raise ValueError(ast.dump(node))


def operand(depth):
  choice = random.random()
  if depth > 0 and choice < 0.25:
    return "(" + expression(depth - 1) + ")"
  if choice < 0.4:
    return random.choice(["-", "- ", "+", "--"]) + random.choice("abcd")
  return random.choice("abcd")


def expression(depth):
  text = operand(depth)
  for _ in range(random.randint(1, 5)):
    text += f" {random.choice(SIGNS)} " + random.choice(["", "", "", "not "]) + operand(depth)
  return random.choice(["", "", "", "not "]) + text


def main():
  random.seed(20261123)
  cases, wrong = [], []
  while len(cases) < 250 or len(wrong) < 40:
    text = expression(2)
    try:
      tree = ast.parse(text, mode="eval").body
    except SyntaxError:
      # `a + not b`
      if len(wrong) < 40:
        wrong.append(text)
      continue
    is_chained = any(isinstance(n, ast.Compare) and len(n.ops) > 1 for n in ast.walk(tree))
    if is_chained:
      if len(wrong) < 40:
        wrong.append(text)
    elif len(cases) < 250:
      cases.append({"text": text, "nested": nested(tree)})
  print(json.dumps({"cases": cases, "wrong": wrong}, indent=1))


main()
