"""Word files built by hand, so that a test shows what is in them."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TOP = f'<Relationships xmlns="{R}"><Relationship Id="r" Type="{KINDS}/officeDocument" Target="word/document.xml"/></Relationships>'
NOTES = f'<Relationships xmlns="{R}"><Relationship Id="n" Type="{KINDS}/footnotes" Target="footnotes.xml"/></Relationships>'


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content, style=""):
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{kind}{''.join(part if part.startswith('<') else run(part) for part in content)}</w:p>"


def body(*content):
    return f'<w:document xmlns:w="{W}"><w:body>{"".join(content)}</w:body></w:document>'


def packed(document, **parts):
    """The bytes of a .docx with this document.xml; `parts` by path with / written as __."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("_rels/.rels", TOP)
        file.writestr("word/document.xml", document)
        for path, content in parts.items():
            file.writestr(path.replace("__", "/"), content)
    return out.getvalue()


def docx(*content, **parts):
    return packed(body(*content), **parts)
