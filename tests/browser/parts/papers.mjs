// Papers as people send them, made by the browser: a licence as a real PDF, an ID as photographs of both sides.

const SHEET = "font: 20px sans-serif; margin: 0; padding: 48px; background: #fdfcf6; color: #222; line-height: 1.8";

/** Makes papers in a browser of its own, with a way to picture what stands on a sheet. */
async function made(house, make) {
  const maker = await house.visitor({ viewport: { width: 1000, height: 640 } });
  const { page } = maker;
  const side = async (name, html, type) => {
    await page.setContent(`<body style="${SHEET}">${html}${grain()}</body>`);
    const buffer = await page.screenshot(type === "jpeg" ? { type, quality: 92 } : { type });
    return { name, mimeType: `image/${type}`, buffer };
  };
  try {
    return await make(page, side);
  } finally {
    await maker.depart();
  }
}

/** A photograph for each of these papers, by their codes; no two are the same. */
export function sheetsOf(house, papers) {
  return made(house, async (_, side) => {
    const files = {};
    for (const paper of papers) files[paper] = await side(`${paper}.jpg`, `<h2>${paper}</h2>`, "jpeg");
    return files;
  });
}

/** The files that an application asks for, by the code of the paper. */
export function papersOf(house, company) {
  return made(house, async (page, side) => {
    const card = `<h2>姓名 ${company.representative}</h2><p>公民身份号码 ${company.idNumber}</p>`;
    const emblem = "<h2>居民身份证</h2><p>有效期限 2015.06.10-2035.06.10</p>";
    await page.setContent(`<body style="${SHEET}"><h1>营业执照</h1><p>名称：${company.name}</p>
      <p>统一社会信用代码：${company.uscc}</p><p>经营范围：${company.scope}</p></body>`);
    return {
      business_licence: {
        name: "营业执照.pdf",
        mimeType: "application/pdf",
        buffer: await page.pdf({ format: "A4", printBackground: true }),
      },
      representative_id_front: await side("IMG_2041.jpg", card, "jpeg"),
      representative_id_back: await side("IMG_2042.png", emblem, "png"),
    };
  });
}

/** Fine stripes, so that the picture weighs what a photograph weighs. */
function grain() {
  const stripes = Array.from({ length: 900 }, (_, at) => {
    const colour = `hsl(${(at * 47) % 360} 40% ${60 + (at % 30)}%)`;
    return `<i style="display:inline-block;width:9px;height:9px;background:${colour}"></i>`;
  });
  return `<div style="line-height:0">${stripes.join("")}</div>`;
}
