import { watchEffect } from "vue";
import { t } from "../i18n";

/** The document's title follows its page. */
export function useTitle(title: () => string | null | undefined): void {
  watchEffect(() => {
    const own = title();
    document.title = own ? `${own} – ${t("site.name")}` : t("site.name");
  });
}
