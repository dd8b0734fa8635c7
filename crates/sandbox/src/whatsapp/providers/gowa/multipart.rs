//! Forms with files.

/// A part of a form.
pub(super) struct Part<'a> {
    pub(super) name: String,
    /// Absent for a field that is no file.
    pub(super) file_name: Option<String>,
    pub(super) content_type: Option<String>,
    pub(super) content: &'a [u8],
}

/// Returns the parts of a form. A part that cannot be read is left out.
pub(super) fn parts<'a>(content_type: &str, body: &'a [u8]) -> Vec<Part<'a>> {
    let boundary = content_type.split(';').find_map(|part| part.trim().strip_prefix("boundary="));
    let Some(boundary) = boundary.filter(|_| content_type.starts_with("multipart/form-data")) else {
        return Vec::new();
    };
    let delimiter = format!("--{}", boundary.trim_matches('"'));
    split(body, delimiter.as_bytes()).into_iter().filter_map(part).collect()
}

fn part(section: &[u8]) -> Option<Part<'_>> {
    let section = section.strip_prefix(b"\r\n")?.strip_suffix(b"\r\n")?;
    let end = section.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(section.get(..end)?).ok()?;
    let header = |name: &str| {
        head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    };
    let disposition = header("content-disposition")?;
    let parameter = |name: &str| {
        let value = disposition.split(';').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='))?;
        Some(value.trim_matches('"').to_owned())
    };
    Some(Part {
        name: parameter("name")?,
        file_name: parameter("filename"),
        content_type: header("content-type").map(str::to_owned),
        content: section.get(end + 4..)?,
    })
}

/// Returns the sections between the delimiters.
fn split<'a>(body: &'a [u8], delimiter: &[u8]) -> Vec<&'a [u8]> {
    let at = body.windows(delimiter.len()).enumerate().filter(|(_, window)| *window == delimiter);
    let starts: Vec<usize> = at.map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1);
    starts.iter().zip(ends).filter_map(|(start, end)| body.get(start + delimiter.len()..*end)).collect()
}
