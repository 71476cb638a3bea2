use fineprint::read::*;
fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        match read(&path, &bytes, None, &WordOptions::default()) {
            Ok(d) => {
                let plain = std::env::var("PLAIN").is_ok();
                for b in &d.blocks {
                    if plain {
                        if !b.hidden || true {
                            println!(
                                "{}{}",
                                b.marker.as_ref().map_or(String::new(), |m| m.text.clone() + " "),
                                b.text.as_str()
                            );
                        }
                        continue;
                    }
                    let k = match &b.kind {
                        BlockKind::Heading { level } => format!("H{level}"),
                        BlockKind::Paragraph => "P".into(),
                        BlockKind::Cell(c) => format!(
                            "C{},{},{}{}",
                            c.table,
                            c.row,
                            c.column,
                            if c.header { "h" } else { "" }
                        ),
                        BlockKind::Note => "N".into(),
                        BlockKind::Margin => "M".into(),
                        BlockKind::Code => "CODE".into(),
                    };
                    println!(
                        "{k:7} d{} [{}]{} {:?} br{:?} st{:?}",
                        b.depth,
                        b.marker.as_ref().map_or("", |m| &m.text),
                        if b.hidden { " HIDDEN" } else { "" },
                        b.text.as_str(),
                        b.breaks,
                        b.strong
                    );
                }
                if plain {
                    continue;
                }
                println!(
                    "remarks {:?}\nwarnings {:?} gaps {:?}",
                    d.remarks.iter().map(|r| &r.text).collect::<Vec<_>>(),
                    d.warnings,
                    d.gaps
                );
            }
            Err(e) => println!("ERR {e}"),
        }
    }
}
