import { describe, expect, it } from 'vitest';
import { chain, warned } from './testing/linked';

const TREE = 'import xml.etree.ElementTree as ET\nroot = ET.fromstring("<a><b/></a>")';
const SOUP = 'from bs4 import BeautifulSoup\nroot = BeautifulSoup(text)';

describe('an element of a tree', () => {
  it.each([
    [TREE, 'item = root.find("b")\nitem.set("sale", "yes")', 'print(root)'],
    [TREE, 'for item in root.iter("b"):\n    item.text = "7"', 'print(root)'],
    [TREE, 'for item in root.findall("b"):\n    root.remove(item)', 'print(root)'],
    [TREE, 'item = ET.SubElement(root, "b")\nitem.text = "7"', 'print(root)'],
    [SOUP, 'tag = root.find("b")\ntag.string = "7"', 'print(root)'],
    [SOUP, 'for tag in root.find_all("b"):\n    tag["id"] = 1', 'print(root)']
  ])('changes its tree: %s ‖ %s ‖ %s', (...cells) => {
    expect(chain('root', ...cells)[1]).toBeDefined();
  });

  it.each([
    [TREE, 'item = root.find("b")', 'item.set("sale", "yes")', 'print(ET.tostring(root))'],
    [
      'import xml.etree.ElementTree as ET\nroot = ET.parse("a.xml")',
      'top = root.getroot()',
      'top.text = "7"',
      'root.write("b.xml")'
    ],
    [SOUP, 'tag = root.find("b")', 'tag["id"] = 1', 'print(root)']
  ])('is a part of it, and no copy: %s ‖ %s ‖ %s', (...cells) => {
    expect(warned(...cells)).not.toEqual([]);
  });

  it.each([
    ['s = "abc"', 'at = s.find("b")', 'at += 1', 'print(at, s)'],
    ['s = f()', 'at = s.find("b")', 'at += 1', 'print(at, s)'],
    [SOUP, 'rows = root.find_all("tr")', 'rows.pop(0)', 'print(rows, root)'],
    [SOUP, 'title = root.find("h1").text', 'title += "!"', 'print(title, root)'],
    ['import pandas as pd\ndf = pd.read_csv("a.csv")', 'a = df.get("a")', 'a[0] = 1', 'print(a, df)']
  ])('and what is found in a text is none: %s ‖ %s ‖ %s', (...cells) => {
    expect(warned(...cells)).toEqual([]);
  });
});
