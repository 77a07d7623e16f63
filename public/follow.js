// Follows what goes on elsewhere, on somebody's phone: an address is asked again and again, and once it leads away from
// itself the reader is led there. A page that nobody looks at asks nothing, and in the end every page stops asking.

const PAUSE = 4000;
const MOST = 225;

for (const { dataset } of document.querySelectorAll("[data-follow]")) {
  let asked = 0;
  const look = async () => {
    if (!document.hidden) {
      asked += 1;
      try {
        const answer = await fetch(dataset.follow, { redirect: "manual" });
        if (answer.type === "opaqueredirect") return location.assign(dataset.follow);
      } catch {
        // Out of reach for the moment: it is asked again.
      }
    }
    if (asked < MOST) setTimeout(look, PAUSE);
  };
  setTimeout(look, PAUSE);
}
