# ページの日本語の文言です。メーカー名は設定から { $vendor } として入ります。

language-name = 日本語

## すべてのページ

skip-to-content = 本文へ移動
languages = 言語
footer-vendor = { $vendor } のサイト
ribbon-text = これはデモです。メッセージがこのコンピューターの外に出ることはありません。
ribbon-back = デモに戻る
ribbon-home = 所有者向けのトップページ

## 日付、列挙、時期

date-day = { $year }年{ $month ->
    [1] 1
    [2] 2
    [3] 3
    [4] 4
    [5] 5
    [6] 6
    [7] 7
    [8] 8
    [9] 9
    [10] 10
    [11] 11
   *[12] 12
}月{ $day }日
date-weekday = { $weekday ->
    [1] 月曜日
    [2] 火曜日
    [3] 水曜日
    [4] 木曜日
    [5] 金曜日
    [6] 土曜日
   *[7] 日曜日
}
date-clock = { $hour }:{ $minute }
date-moment = { $day } { $clock }
list-two = { $before }・{ $next }
list-more = { $before }・{ $next }
list-last = { $before }・{ $next }
steps-two = { $before }、{ $next }
steps-more = { $before }、{ $next }
steps-last = { $before }、{ $next }
at-once-registration = 登録後すぐ
at-once-renewal = 更新後すぐ
at-once-theft-attempt = 試みの確認後すぐ
at-once-block = ライセンスのブロック後すぐ
before-expiry = { $last ->
   *[other] 有効期限の{ $days }日前
}
on-expiry = 有効期限の当日
after-expiry = { $last ->
   *[other] 有効期限の{ $days }日後
}
before-deletion = { $last ->
   *[other] ブロックされたライセンスの有効期限の{ $days }日前
}

## メッセージの種類

kind-serial-number = シリアル番号
kind-key-file = キーファイル
kind-mobile-offer = モバイル端末の保護
kind-account-invitation = アカウント作成のご案内
kind-renewal-reminder = 更新のお知らせ
kind-renewal-confirmation = 更新の確認
kind-theft-attempt = ライセンス盗用の試み
kind-license-blocked = ライセンスのブロック
kind-license-replaced = シリアル番号の交換
kind-blocked-license-deletion = ブロックされたライセンスの削除
kind-address-changed = メールアドレスの変更

about-serial-number = 発行されたライセンスのシリアル番号をお届けします。
about-key-file = シリアル番号の登録後、ライセンスのキーファイルをお届けします。
about-mobile-offer = モバイル端末を無料で保護できることをお知らせします。
about-account-invitation = 「マイ { $vendor }」をまだお使いでない場合にご案内します。
about-renewal-reminder = ライセンスがまもなく期限を迎えること、または期限切れとなったことと、更新の方法をお知らせします。更新後はお送りしません。
about-renewal-confirmation = ライセンスが更新されたことと、新しいライセンスの有効期限をお知らせします。
about-theft-attempt = シリアル番号が登録と異なるメールアドレスとともに入力されたことを、日時、場所、回数とあわせてお知らせします。シリアル番号は交換できます。
about-license-blocked = ライセンスがご利用いただけなくなったことと、その理由をお知らせします。
about-license-replaced = シリアル番号の交換後、新しいシリアル番号とキーファイルをお届けします。
about-blocked-license-deletion = 更新または追加購入の後、以前のライセンスはブロックされます。このメッセージでは、その削除日をお知らせします。お知らせが遅れた場合は、その分だけ削除も延期します。
about-address-changed = ライセンスのメールアドレスが変更されたとき、変更前と変更後の両方のアドレスにお送りします。

## トップページ

home-title = ライセンスを安心して管理
home-lead = { $vendor } はここでライセンスを管理し、その状況を適切な時期にお知らせします。
home-my-text = メッセージ、ライセンス、キーファイルを一か所でご確認いただけます。
home-my-how = パスワードは不要です。リンクをメールでお送りします。
home-my-go = サインインする
home-register-text = シリアル番号をお持ちの場合は、登録するとすぐにキーファイルを入手できます。
home-renew-text = お持ちのライセンスと新しいシリアル番号を入力すると、手続きの前に更新の内容を確認できます。
home-renew-go = 更新する
home-schedule-text = ライセンスについて届くメッセージとその時期をご確認いただけます。
home-schedule-go = メッセージを確認する

## 届くメッセージ

schedule-title = 届くメッセージとその時期
schedule-lead = { $vendor } は、ライセンス所有者に次のメッセージをお送りします。ライセンスのメールアドレスにご希望の言語で届き、「マイ { $vendor }」でいつでもお読みいただけます。
schedule-home = 個人向け
schedule-business = 法人向け
schedule-not-sent = 送信なし
schedule-hour = 現地時間の{ $clock }にお送りします。
schedule-note = 注{ $number }
schedule-note-back = 注{ $number }の箇所に戻る
schedule-always-title = その都度お送りするメッセージ
schedule-always-text = 必要なものをお届けするメッセージ、またはライセンスを守るためのメッセージです。すべての所有者にすぐにお送りします。
schedule-decline-title = 配信を停止できるメッセージ
schedule-decline-text = 配信を停止できるメッセージには、末尾にそのためのリンクがあります。一度クリックすると、同じ種類のメールは届かなくなります。メッセージそのものは、引き続き「マイ { $vendor }」でご確認いただけます。その他のメッセージはライセンスの利用に必要なため、必ずお送りします。
schedule-notes-title = 注
decline-never = 必ずお送りします。配信を停止することはできません。
decline-always = 配信を停止できます。
decline-after-expiry = 期限切れ後のお知らせは配信を停止できます。その他は必ずお送りします。
note-of-license = 次の製品ではお送りしません：{ $products }
note-of-holder = すでに次の製品をお持ちの場合はお送りしません：{ $products }

## サインイン

field-email = メールアドレス
field-serial = シリアル番号
field-previous = 以前のシリアル番号
field-new-serial = 新しいシリアル番号
field-key-file = お持ちのライセンスのキーファイル
field-key-text = またはその内容
field-product = 製品
field-name = 氏名または会社名（省略できます）
field-language = メッセージの言語
field-zone = タイムゾーン
field-wrong-email = 所有者のものではないメールアドレス
sign-in-title = 「マイ { $vendor }」へのサインイン
sign-in-text = ライセンスのメールアドレスを入力してください。リンクとコードをお送りします。パスワードは不要です。
sign-in-send = リンクを送信する
sign-in-sent-title = メールをご確認ください
sign-in-sent-text = このアドレスにライセンスがある場合は、メールをお送りしました。メールのリンクとコードは{ $minutes ->
   *[other] { $minutes }分間
}、一度だけ有効です。
sign-in-sent-nothing = 届かない場合は、迷惑メールをご確認いただくか、シリアル番号が届いたアドレスをお試しください。
sign-in-again = 別のアドレスを試す
sign-in-confirm-text = もう一度クリックすると、このデバイスでサインインします。
sign-in-confirm-go = サインインする
sign-in-confirm-not-you = お心当たりがない場合は、このページを閉じてください。何も行われていません。
sign-in-failed-title = このリンクまたはコードは無効です
sign-in-failed-text = すでに使用されたか、古くなったか、誤ったコードが何度も入力されました。新しいメールを請求してください。すぐに届きます。
sign-in-failed-go = 新しいメールを請求する

## ポータル

my-title = マイ { $vendor }
my-messages = メッセージ
my-licenses = ライセンス
my-unread = { $count ->
   *[other] （未読{ $count }件）
}
my-signed-in = サインイン中：
my-sign-out = サインアウトする
came-back-title = { $address } 宛てのメールが届いていません
came-back-since = { $day }から、このアドレスへの送信を止めています。メッセージはすべて、このポータルでご覧いただけます。
came-back-do = アドレスが使える場合は、サインイン用のリンクを送信してください。リンクをお使いになると、メッセージの送信が再開されます。
came-back-send = このアドレスにリンクを送信する
came-back-change = 別のアドレスを使う：プロフィール
about-more = { $count ->
   *[other] ほか{ $count }件のライセンス
}
messages-none = メッセージはまだありません。ライセンスに動きがあると、ここに表示されます。
messages-pages = 新しいメッセージと古いメッセージ
messages-newer = 新しいもの
messages-older = 古いもの
message-unread = 未読
message-back = すべてのメッセージ
message-sent = 日付
message-about = ライセンス
message-fate = メール
messages-all-read = すべて既読にする
messages-filter = メッセージの絞り込み
messages-filter-go = 表示する
messages-every-license = すべてのライセンス
messages-every-kind = すべての種類
messages-count = { $count ->
    [0] メッセージはありません
   *[other] { $count }件のメッセージ
}
messages-show-all = すべてのメッセージを表示する
messages-no-match = 条件に合うメッセージはありません。
message-eml = メール全体を保存する（.eml）
message-eml-anew = ファイルの文面は送信したメールと同じです。プログラムの新しい版で作成するため、形式が少し異なります。
message-eml-alone = このメッセージは、ほかのメッセージと一緒に一通のメールで届きました。ファイルにはこのメッセージだけが全文で入っています。
message-mark-unread = 未読にする
fate-text-waiting = メールサーバーが受け付けしだい、{ $address } に送信します。
fate-text-accepted = { $address } のメールサーバーが受け付けました：
fate-text-unknown = { $address } に送信しましたが、メールサーバーの応答を確認できませんでした。こちらで確認を続けます。メールが2通届くことがあります。
fate-text-bounced = { $address } からメールが返送されました。メッセージはここでお読みいただけます。送信日時：
fate-text-failed = { $address } のメールサーバーがメールを拒否しました。メッセージはここでお読みいただけます。確認日時：
fate-text-declined = ご希望により、この種類のメールはお送りしていません。メッセージはここでお読みいただけます。
fate-text-held = { $address } はメールを受け取れません。メッセージはここでお読みいただけます。
message-files = ファイル
fate-waiting = 送信待ち
fate-accepted = メール送信済み
fate-unknown = メール送信済み（未確認）
fate-bounced = メール返送
fate-failed = メール拒否
fate-declined = メールなし（ご希望による）
fate-held = メールなし（アドレスが受信できません）
status-active = 有効
status-unregistered = 未登録
status-expired = 期限切れ
status-blocked = ブロック済み
status-deleted = 削除済み
license-days-left = { $days ->
    [0] 本日が有効期限です
   *[other] 残り{ $days }日
}
license-days-past = { $days ->
   *[other] { $days }日前に期限切れ
}
license-to-register = シリアル番号を登録すると、キーファイルを入手できます。
license-registered = 登録日
license-expires = 有効期限
license-devices = デバイス
license-blocked-on = ブロックされた日
license-deletion = 削除予定日
license-valid-until = 有効期限
license-renew = 更新またはデバイスを追加する
license-replace = シリアル番号を交換する
my-library = ライブラリ
library-lead = ライセンスに関する短いヘルプページです。あとで見返したいページを保存できます。
library-mine = マイライブラリ
library-mine-none = 保存したページはまだありません。「+ ライブラリに追加」を押すと、ここに保存されます。
library-all = すべてのページ
library-add = + ライブラリに追加
library-kept = マイライブラリに保存済み
library-remove = マイライブラリから削除
library-back = すべてのヘルプページ
count-days = { $count ->
   *[other] { $count }日
}
count-months = { $count ->
   *[other] { $count }か月
}
licenses-tabs = 状態別のライセンス
tab-active = 有効
tab-expired = 期限切れ
tab-blocked = ブロック済み
tab-none-active = 有効なライセンスはありません。シリアル番号を登録するか、期限切れのライセンスをご確認ください。
tab-none-expired = 期限切れのライセンスはありません。期限の前にお知らせします。
tab-none-blocked = ブロックされたライセンスはありません。
license-back = すべてのライセンス
license-certificate = 印刷用の証明書
license-previous = 以前のライセンス
license-successor = 新しいライセンス
license-coming = 今後の予定
license-coming-text = このままの場合、次のメッセージが届きます。更新すると、お知らせは届かなくなります。
license-coming-none = このライセンスについて予定されているメッセージはありません。
license-past = これまでの経過
license-attempts = シリアル番号の使用の試み
license-attempts-text = { $count ->
   *[other] このライセンスのシリアル番号が、登録と異なるメールアドレスとともに{ $count }回入力されました。情報は一切開示されていません。
}
license-attempts-times = { $count ->
   *[other] { $count }回
}
service-registration = 登録
service-renewal = 更新
service-expansion = 追加購入
service-replacement = シリアル番号の交換
service-key-file = キーファイルの請求
life-issued = シリアル番号の発行
life-imported = 以前の記録からの引き継ぎ
life-corrected = 日付の修正
life-registered = 登録
life-renewal = 更新として登録
life-expansion = 追加購入として登録
life-replacement = 盗用されたシリアル番号に代わる発行
life-key-file-asked = キーファイルの再請求
life-renewed = 更新により新しいライセンスに切り替え
life-expanded = 追加購入により新しいライセンスに切り替え
life-replaced = シリアル番号の交換
life-blocked = ブロック
life-lifted = ブロックの解除
life-deleted = 削除
life-address-changed = 別のメールアドレスへの変更
life-address-restored = メールアドレス変更の取り消し
certificate-title = ライセンス証明書
certificate-text = { $vendor } は、このライセンスが所有者の名義で登録されていることを証明します。
certificate-holder = 名義
certificate-key = キーファイルの署名鍵
certificate-id = ライセンス
certificate-made = 作成日：
certificate-back = ライセンスに戻る
certificate-care = シリアル番号の全体が記載されているのはこのページだけです。印刷して安全な場所に保管してください。番号を知っている人が、使用を試みるおそれがあります。
license-key-file = キーファイルをダウンロードする
blocked-renewed = 更新により、新しいライセンスに切り替わりました。
blocked-expanded = 追加購入により、新しいライセンスに切り替わりました。
blocked-compromised = シリアル番号が第三者に知られたため、番号が交換されました。
blocked-other = メーカーによりブロックされました。

## 登録

form-problems = { $count ->
   *[other] { $count }か所をご確認ください
}
hint-serial = メッセージまたはカードに記載のとおりに入力してください。小文字、空白、ハイフンの省略は問題ありません。Oは0、IとLは1とみなします。
doubt-groups = { $count ->
   *[other] 1文字だけ誤りがある場合は、4つの組のうち次の組をご確認ください：{ $groups }
}
doubt-go-on = このとおりで間違いありません
doubt-go-on-hint = 以前の番号には、このチェックがないものがあります。すべての文字を見比べたうえで選択してください。
hint-zone = 期日のあるメッセージは、このタイムゾーンの送信時刻に届きます。
register-title = シリアル番号を登録する
register-text = ライセンスは本日から有効になります。キーファイルはここですぐに入手でき、メールでも届きます。
register-or-renew = すでにライセンスをお持ちの場合
register-or-renew-go = 更新すると、残りの日数を引き継げます。
hint-register-email = シリアル番号が届いたアドレスです。カードや贈り物の場合は、ご自身のアドレスを入力してください。
register-go = 登録する
register-again-hint = 登録済みの場合も、同じ内容を入力するとキーファイルをもう一度お送りします。
registered-title = 登録しました
registered-text = ライセンスは本日から有効です。キーファイルは { $address } にもお送りしました。
registered-again-title = キーファイルを再送しました
registered-again-text = このシリアル番号は登録済みです。キーファイルを { $address } にもう一度お送りします。
fetch-minutes = { $minutes ->
   *[other] このページは{ $minutes }分間ご利用いただけます。その後は、メールに添付のキーファイルをお使いください。
}
done-my = 「マイ { $vendor }」のライセンス
unmatched-title = 手続きできませんでした
unmatched-text = このシリアル番号とアドレスで利用できるライセンスが見つかりませんでした。シリアル番号が届いたメッセージと1文字ずつ見比べてください。
unmatched-mail = 入力内容が正しい場合は、今後の手順を記載したメッセージをライセンスのアドレスにお送りしました。
unmatched-go = もう一度試す
too-many-title = しばらくお待ちください
too-many-text = 失敗が続いたため、一時的に受け付けていません。あと{ $minutes ->
   *[other] { $minutes }分
}で再びお試しいただけます。
too-many-why = 入力内容の照合は行っていません。この待ち時間は、番号を推測する第三者からライセンス所有者を守るためのものです。変更やブロックは一切行われていません。
too-many-holder = ご自身のライセンスの場合は、サインインしてください。待ち時間なしでお手続きいただけます。
too-many-sign-in = サインインする
too-many-go = フォームに戻る

## 更新

renew-title = ライセンスを更新する
renew-text = お持ちのライセンスを入力してください。手続きや購入の前に、更新の内容を確認できます。
hint-renew-email = お持ちのライセンスのアドレスです。新しいライセンスも同じアドレスになります。
renew-how = 購入したもの
renew-renewal = 更新
renew-renewal-hint = 新しいライセンスが残りの日数を引き継ぎます。
renew-expansion = 追加購入
renew-expansion-hint = 新しいライセンスが両方のデバイスを対象とします。
renew-next = 内容を確認する
renew-next-hint = この段階では何も変更されません。
renew-own = お持ちのライセンス
renew-sign-in = サインインすると、お持ちのライセンスから選択でき、以前のシリアル番号は不要です。
renew-sign-in-go = サインインする
renew-or-key-file = シリアル番号の代わりにキーファイルを使う
hint-key-file = メッセージに添付され、プログラムのフォルダーにあるファイルです。名前の末尾は .key です。期限切れのものもお使いいただけます。
renew-go-on = 次へ進む
renew-without-title = 以前のライセンスが手元にない場合
renew-without-text = 新しいシリアル番号だけでも登録できますが、更新による特典は受けられません。
renew-without-see = 受けられなくなる内容を確認する
held-title = お持ちのライセンス
held-expired = 期限切れとなった日
held-example = 更新の内容
held-example-text = { $months ->
   *[other] 例：通常価格で購入し、本日登録した{ $months }か月のライセンスの場合。
}
held-example-expansion = 同じものを追加購入として登録すると、新しいライセンスのデバイスに加え、このライセンスのデバイス（{ $devices }台）も{ $day }まで対象となります。
held-new = 新しいシリアル番号をお持ちの場合
held-shop = これから購入する場合
held-shop-text = { $vendor } のショップに移動します。対象のライセンスはリンクに含まれるため、番号を入力する必要はありません。
held-shop-renewal = 更新を購入する
held-shop-expansion = デバイスを追加購入する
held-no-shop = { $vendor } から新しいシリアル番号を購入し、このページに戻ってください。
without-title = 以前のライセンスなしで登録する
without-text = 新しいシリアル番号だけでも登録できます。まず、受けられなくなる内容をご確認ください。
without-renewal = 更新を購入した場合
without-days = 以前のライセンスの残りの日数は加算されません。
without-bonus = { $days ->
   *[other] 通常価格で購入したライセンスには、{ $days }日分の特典が付きません。
}
without-discount = { $days ->
   *[other] 割引価格で購入したライセンスは、期間が{ $days }日短くなります。
}
without-example = { $months ->
   *[other] 例：{ $months }か月のライセンスを本日登録すると、有効期限は{ $own }ではなく{ $end }になります。
}
without-old = 以前のライセンスは、期限まで別に継続します。
without-expansion = 追加購入をした場合
without-devices = デバイスの台数は合算されません。各ライセンスがそれぞれのデバイスを対象とします。
without-two = ライセンス、キーファイル、有効期限がそれぞれ2つになります。
without-for-good = 別に登録した後は、変更できません。
without-back = 以前のライセンスを使う
without-go = 以前のライセンスなしで登録する
sum-title = 更新の内容
sum-text = 計算をご確認ください。まだ何も変更されていません。
sum-old = お持ちのライセンス
sum-new = 新しいライセンス
sum-caption = 有効期限の計算
sum-own = { $months ->
   *[other] { $day }から{ $months }か月
}
sum-old-end = お持ちのライセンスの有効期限
sum-carried = お持ちのライセンスの残りの日数
sum-bonus = 更新の特典
sum-deducted = 差し引き：お持ちのライセンスでは対象とならない割引での購入
sum-plus = { $days ->
   *[other] + { $days }日
}
sum-minus = { $days ->
   *[other] − { $days }日
}
sum-later = 遅いほうの日付：有効期限
sum-least = ライセンスの期間は1日以上です。
sum-devices = { $old } + { $new } = { $all }
sum-consequence = お持ちのライセンス（{ $serial }）はすぐにブロックされ、後日削除されます。お使いのデバイスのキーファイルを新しいものに置き換えてください。
sum-renew = 今すぐ更新する
sum-add = 今すぐ追加する
sum-back = 入力し直す
renewed-title = 更新しました
expanded-title = 追加しました
renewed-text = 新しいキーファイルは { $address } にもお送りしました。お使いのデバイスの古いファイルを置き換えてください。
renewed-old = 以前のライセンス
renewed-old-text = 「{ $product }」（{ $serial }）はブロックされました。
renewed-deletion = { $day }に削除されます。
renewed-told = その前に、{ $day }にもう一度お知らせします。
renewed-untold = このライセンスについて、今後メッセージはお送りしません。

## シリアル番号の交換

replace-title = シリアル番号を交換する
replace-text = シリアル番号が第三者に知られた場合は、交換してください。古い番号はすぐに使えなくなり、新しい番号がメールで届きます。
replace-door-text = この手続きはライセンス所有者のみ行えます。サインインし、ライセンスの「シリアル番号を交換する」を選択してください。
replace-door-go = サインインする
replace-rule = { $days ->
   *[other] 残りが{ $days }日以上あれば、無料で交換できます。
}
replace-none = 有効なライセンス、またはシリアル番号を理由にブロックされたライセンスはありません。
replace-quota = 無料で交換できる残り回数
replace-quota-of = { $free }回のうち{ $left }回
replace-days-left = 残りの日数
replace-confirm-title = このシリアル番号を交換しますか
replace-confirm-old = 古いシリアル番号とそのキーファイルは、すべてのデバイスですぐに使えなくなります。
replace-confirm-new = 有効期限が同じ新しいシリアル番号を、キーファイルとともに { $address } にお送りします。すぐにご利用いただけます。
replace-confirm-quota = 無料の交換を1回使用します。
replace-confirm-go = 今すぐ交換する
replace-back = 別のライセンスを選ぶ
replaced-title = シリアル番号を交換しました
replaced-text = 新しいシリアル番号を { $address } にお送りしました。ライセンスはすでに有効です。お使いのデバイスに新しいキーファイルを入れてください。
replaced-old = 古いシリアル番号 { $serial } はブロックされました。
replaced-go = すべてのライセンス

## 問題が起きたとき

not-found-title = ページが見つかりません
not-found-text = アドレスに誤りがあるか、ページが移動した可能性があります。
not-found-go = トップページに進む
refused-title = 手続きできませんでした
refused-go = 戻る
broken-title = こちら側で問題が発生しました
broken-text = 操作が原因ではありません。しばらくしてからもう一度お試しください。繰り返し起こる場合は、次の記号を { $vendor } にお知らせください：
broken-mark = 記号：
problem-empty = 入力してください。
problem-not-an-address = メールアドレスではありません。name@example.com の形式で入力してください。
problem-same-address = これは現在のメールアドレスです。
problem-not-a-serial = シリアル番号は英数字16文字です：XXXX-XXXX-XXXX-XXXX
problem-doubtful-serial = 番号をもう一度ご確認ください。末尾の2文字はほかの文字を確認するためのものですが、一致していません。
problem-not-a-key-file = キーファイルの一部が欠けています。届いたままのファイルを選択するか、内容をすべて貼り付けてください。
problem-foreign-key-file = このキーファイルは当社で作成したものではありません。
problem-changed-key-file = このキーファイルは作成後に変更されています。メッセージに添付されていたままのファイルを選択してください。
problem-not-a-name = 名前は200文字以内で、改行なしで入力してください。
problem-not-a-zone = このタイムゾーンはありません。一覧から選択してください。
problem-no-replacement-left = このシリアル番号は、これ以上無料で交換できません。メーカーにお問い合わせください。
problem-too-few-days-left = 残りの日数が少ないため、シリアル番号を交換できません。ライセンスを更新してください。
problem-address-just-changed = ライセンスのメールアドレスが最近変更されました。変更を取り消せる間は、シリアル番号の交換もデータの消去もできません。
problem-too-many-tries = 失敗が続いたため、受け付けできません。数分後にもう一度お試しください。
problem-no-match = このシリアル番号とアドレスに合うライセンスはありません。シリアル番号が届いたメッセージと見比べてください。
problem-already-registered = このシリアル番号は登録済みです。キーファイルはポータルにあります。
problem-not-registered = このライセンスは未登録です。先にシリアル番号を登録してください。
problem-blocked = このライセンスはブロックされています。詳しくはポータルのメッセージをご確認ください。
problem-already-renewed = このライセンスは更新済みです。新しいライセンスを入力してください。
problem-same-license = 以前のシリアル番号と新しいシリアル番号が同じです。異なる番号を入力してください。
problem-broken-form = フォームの内容が完全に届きませんでした。ページを開き直して、もう一度入力してください。
problem-clock-stays = 時計は先にしか進められず、これ以上は進められません。
problem-not-here = ここではこの操作を行えません。

## デモ

demo-title = Tenure の動きをご覧ください
demo-what-1 = Tenure はソフトウェアメーカーのライセンスを管理し、その状況を所有者一人ひとりの言語と現地時間でお知らせします。
demo-what-2 = メッセージはそれぞれ一度だけ、内容が正しい間にのみ送信され、所有者のポータルでいつでも読めます。
demo-what-3 = ここではサンドボックスで動いています。所有者は架空で、時計は自由に進められ、メールがこのページの外に出ることはありません。
demo-jumps = このページの内容
demo-jump-programme = 6種類のメッセージ
demo-jump-decisions = 判断
demo-clock-title = 時計
demo-next = 次のメッセージ：
demo-next-none = 当面、送信予定のメッセージはありません。
demo-move-notice = 次のメッセージまで進める
demo-move-day = +1日
demo-move-week = +1週間
demo-move-month = +1か月
demo-move-sleep = 1か月休止して再開する
demo-sleep-hint = Tenure の休止中は何も送信されません。再開すると、ライセンスごとに最新のメッセージだけを送信し、省略したものを表示します。
report-title = 起きたこと
report-slept = Tenure は休止し、再開後に遅れを取り戻しました。
report-accepted = { $count ->
   *[other] { $count }件のメッセージを送信
}
report-superseded = { $count ->
   *[other] { $count }件を省略（より新しいものを優先）
}
report-late = { $count ->
   *[other] { $count }件を省略（時期を過ぎたため）
}
report-canceled = { $count ->
   *[other] { $count }件を取り消し（理由がなくなったため）
}
report-deferred = { $count ->
   *[other] { $count }件を再送予定
}
report-failed = { $count ->
   *[other] { $count }件が最終的に拒否
}
report-deleted = { $count ->
   *[other] { $count }件のライセンスを削除
}
report-nothing = 送信するものはありませんでした。
demo-programme-title = プログラムの6種類のメッセージ
demo-programme-seen = 確認済み：{ $total }件のうち{ $seen }件
demo-seen = 確認済み
demo-not-seen = 未確認
guide-next = 次の手順：
guide-all = すべて確認しました。時計を進めて様子を見るか、所有者の一人になってみてください。
guide-key-file = 下の1つ目のフォームに用意されたシリアル番号を登録してください。キーファイルがすぐに届きます。
guide-mobile-offer = 下の1つ目のフォームで、個人向け製品のシリアル番号を登録してください。キーファイルとともにご案内が届きます。
guide-account-invitation = 下の1つ目のフォームで、まだサインインしたことのない所有者のシリアル番号を登録してください。
guide-renewal-reminder = お知らせが送信されるまで「次のメッセージまで進める」を押してください。
guide-theft-attempt = 下の3つ目のフォームで、誤ったアドレスを試してください。所有者にすぐに警告が届きます。
guide-blocked-license-deletion = 下の2つ目のフォームで個人向けのライセンスを更新し、時計を進めてください。以前のライセンスが削除される30日前にメッセージが届きます。
demo-mails-title = 捕捉したメール
demo-mails-none = メールはまだありません。時計を進めるか、シリアル番号を登録してください。
demo-shown = { $count ->
   *[other] 全{ $count }件のうち最新の{ $shown }件
}
demo-decisions-title = 判断とその理由
demo-decisions-none = 判断はまだありません。時計を進めてください。
state-due = 待機中
state-sending = 送信中
state-unknown = 応答不明
state-accepted = 送信済み
state-bounced = 返送
state-complained = 迷惑メール報告
state-superseded = 新しいものを優先
state-late = 時期超過
state-canceled = 取り消し
state-held = ポータルのみ
state-failed = 拒否
why-renewed = ライセンスが更新され、内容が事実ではなくなりました。
why-expanded = 追加購入により、新しいライセンスに切り替わりました。
why-replaced = シリアル番号が交換されました。
why-blocked = ライセンスがブロックされました。
why-lifted = ブロックが解除されました。
why-deleted = ライセンスが削除されました。
why-corrected = ライセンスの日付が修正されました。
why-unscheduled = この時期は予定からなくなりました。
why-no_address = ライセンスにアドレスがありません。
why-already_has = ご案内する内容はすでにご利用中です。
why-operator = 担当者が取り消しました。
why-out_of_time = メールサーバーの応答を確認できないまま、時期を過ぎました。
why-newer_step_due = より新しいものも送信の時期を迎えたため、そちらだけを送信しました。
why-limit_passed = 送信できるようになる前に時期を過ぎました。
why-declined = この種類のメールは配信が停止されています。メッセージはポータルにあります。
why-suppressed = アドレスがメールを受け取れません。メッセージはポータルにあります。
why-other = メールサーバーが別の理由を示しました。
demo-forms-title = 試してみる
form-register-title = シリアル番号を登録する
form-register-hint = 期間が始まり、キーファイルがすぐに送信されます。
form-register-go = 登録する
form-register-done = 登録しました。キーファイルは捕捉したメールにあります。
form-renew-title = ライセンスを更新する
form-renew-hint = 新しいライセンスが残りの日数を引き継ぎ、以前のライセンスのお知らせは取り消されます。
form-renew-go = 更新する
form-renew-done = 更新しました。以前のライセンスはブロックされ、お知らせは取り消されました。
form-theft-title = 誤ったアドレスを試す
form-theft-hint = 第三者に返る応答が表示されます。所有者には警告が届きます。
form-theft-go = 試す
form-theft-done = 第三者には何も知らされませんでした。所有者に警告しました。
demo-holders-title = 所有者の例
demo-holders-text = 所有者はそれぞれのタイムゾーンにいます。メッセージは、ここではなくその地の送信時刻に届きます。
holder-language = 言語：{ $language }
holder-next = 次の予定：
holder-next-none = 今後の予定はありません。
holder-be = この所有者になる
mail-to = 宛先
mail-when = 捕捉日時
mail-kind = メッセージ
mail-other = サインインのリンク、または請求によるその他のメール
mail-faces = このメールの表示形式
mail-html = 通常の表示
mail-text = テキスト
mail-source = ソース

# 配信の停止
decline-title = メールの配信を減らす
decline-text = 「{ $kind }」のメッセージはメールで届かなくなります。引き続きメッセージのページでご確認いただけます。
decline-go = 配信を停止する
decline-duties = キーファイル、期限前のお知らせ、盗用の試み、削除については、必ずメールでお知らせします。
decline-done-title = 配信を停止しました
decline-done-text = 「{ $kind }」のメッセージはメールで届かなくなります。引き続きメッセージのページでご確認いただけます。
decline-done-go = メッセージに進む

sign-in-then = サインインの後、進もうとしていたページに戻ります。
sign-in-sent-here = このブラウザーでリンクを開くか、ここにコードを入力してください。
field-code = メッセージのコード
hint-code = 8桁の数字です。どの端末でも確認できます。
sign-in-code-go = サインインする
sign-in-code-left = { $count ->
   *[other] あと{ $count }回入力できます。
}
problem-wrong-code = 最新のメッセージのコードではありません。
sign-in-elsewhere-title = 要求したブラウザーでリンクを開いてください
sign-in-elsewhere-text = 安全のため、このリンクはアドレスを入力したブラウザーでのみ開けます。リンクはまだ使われていません。
sign-in-elsewhere-code = 別の端末でメッセージをお読みですか。その端末ではなく、開いているページにコードを入力してください。
sign-in-elsewhere-again = ここでサインインする場合は、ここで新しいメッセージを要求してください。
sign-in-elsewhere-go = ここでサインインする
sign-in-elsewhere-not-you = お心当たりがない場合は、このページを閉じ、コードを誰にも教えないでください。
why-undone = このメッセージが知らせるアドレスの変更は取り消されました。
why-erased = 所有者の情報は消去されました。
my-profile = プロフィール
profile-saved = 保存しました。
profile-you = あなたについて
profile-save = 保存する
profile-sent = お送りするメッセージ
profile-sent-text = ここでの選択にかかわらず、すべてのメッセージはマイ { $vendor } でも読めます。
profile-choose = ご希望に応じてメールで送るもの
profile-save-choice = 選択を保存する
profile-always = 必ずメールで送るもの
profile-always-text = ライセンスに必要なものを届けるか、第三者や紛失からライセンスを守るメッセージです。そのため受け取りを断ることはできません。
profile-visits = サインインしている場所
profile-visits-text = 見覚えのないものがあれば、サインアウトしてください。サインインは12時間で自動的に終わります。
visit-browser-on = { $platform } の { $browser }
visit-unknown = 不明なブラウザー
visit-here = この端末
visit-begun = サインイン：
visit-seen = 最後の利用（1時間単位）：
visit-end = サインアウトする
visit-end-others = ほかのすべての端末でサインアウトする
profile-passkeys = パスキー
profile-passkeys-text = パスキーがあれば、指紋、顔、または端末の暗証番号でサインインでき、メールを待つ必要がありません。メールによるサインインはいつでも使えます。ここで削除したパスキーは、端末にまだ表示されていてもサインインには使えません。
passkey-or = メールを待たずに：
passkey-sign-in = パスキーでサインインする
passkey-made = 追加：
passkey-used = 最後の使用：
passkey-unused = まだ使われていません
passkey-unnamed = パスキー
passkey-remove = 削除する
passkey-name = 新しいパスキーの名前
passkey-name-hint = 「電話」や「会社」など、後で見分けられる名前です。空欄の場合は、このブラウザーの名前になります。
passkey-add = パスキーを追加する
passkey-problem-canceled = 何も行われていません。取り消されたか、時間がかかりすぎました。もう一度試すか、メールでサインインしてください。
passkey-problem-gone = 時間がかかりすぎました。もう一度お試しください。
passkey-problem-wrong = このパスキーではここにサインインできません。削除された可能性があります。メールでサインインしてください。
passkey-problem-wait = 誤った試行が多すぎます。数分待つか、メールでサインインしてください。
passkey-problem-known = この端末にはすでにあなたのパスキーがあります。
passkey-problem-many = パスキーの数が上限に達しています。先にどれかを削除してください。
passkey-problem-failed = うまくいきませんでした。しばらくしてからもう一度お試しください。
profile-calendar = カレンダー
profile-calendar-text = ライセンスの最終日をカレンダーに表示できます。更新すると、古い日は消えて新しい日が自動的に表示されます。
calendar-make = カレンダーを作成する
calendar-again = 新しいアドレスを作成する
calendar-revoke = アドレスを取り消す
calendar-since = カレンダーのアドレスの作成日時：
calendar-made = カレンダーを作成しました。以前のアドレスは使えなくなりました。
calendar-address = カレンダーのアドレス
calendar-secret = 表示されるのは今回だけです。このアドレスを知る人は、製品と日付を見ることができます。カレンダーに購読として追加してください。
calendar-subscribe = カレンダーで購読する
calendar-name = { $vendor } のライセンス
calendar-summary = { $product }：ライセンスは今日で終了します
calendar-description = シリアル番号 { $serial }。ライセンスはこの日の終わりまで有効です。
profile-data = あなたのデータ
profile-data-text = 保存されているすべての情報を一つのファイルにまとめます。プロフィール、ライセンス、メッセージ、ライセンスの履歴、サインインの状況が含まれます。
profile-export = 自分のデータをダウンロードする

profile-erase-text = これらはすべて完全に消去できます。消去後に何が残り、どのような影響があるかを先にご説明します。
profile-erase = 自分のデータを消去する
erase-title = 自分のデータを消去する
erase-lead = { $vendor } がここに保存しているお名前、メールアドレス、お送りしたすべての内容が失われます。元に戻すことはできません。
erase-gone = 消去されるもの
erase-gone-profile = お名前、メールアドレス、言語、タイムゾーン、プロフィールでの選択。
erase-gone-messages = ポータルにあるすべてのメッセージの本文。お手元のメールボックスにあるものはそのまま残ります。
erase-gone-account = サインインの記録と端末、パスキー、カレンダー、ライブラリ。
erase-gone-tie = ライセンスとあなたとのつながり。
erase-kept = 残るものとその理由
erase-kept-licenses = あなたの情報を除いたライセンス（製品、シリアル番号、日付、どれがどれに代わったか）。販売の証明となり、シリアル番号が二度使われることを防ぎます。
erase-kept-number = { $vendor }が独自にライセンスに付けた番号（注文番号など）。これにより古い一覧が見分けられ、あなたの情報が戻ることはありません。{ $vendor }が別の場所でこの番号のもとに保管しているものは、ここでは消去されません。
erase-kept-proof = ライセンスに関するメッセージを送った事実とその日時（本文と宛先は除く）。{ $vendor } が証明できるようにするためです。
erase-kept-record = 消去が行われた事実とその日時。誰のものかは残りません。
erase-kept-copies = { $vendor } が以前に作成したバックアップには、新しいものに置き換えられるまでデータが残ります。
erase-then = 消去による影響
erase-then-works = 製品は、ライセンスの最終日まで、キーファイルでそのまま動作します。
erase-then-silence = メッセージは届かなくなり、ライセンスの終了前のお知らせもありません。現在送信中のものは届くことがあります。
erase-then-lost = メールアドレスからシリアル番号やキーファイルを探すことは、{ $vendor } も含めて誰にもできなくなります。
erase-then-renewal = これらのライセンスは、残りの日数を引き継いで更新することも、盗まれたシリアル番号を交換することもできなくなります。
erase-then-unregistered = まだ登録していないシリアル番号は、知っている人なら誰でも登録できます。安全に保管してください。
erase-then-again = 同じメールアドレスで新しいライセンスをいつでも登録できます。その場合は最初からの利用となります。
erase-save = 必要なものを先に保存する
erase-save-licenses = 証明書にはシリアル番号の全体が記載されています。印刷するか、番号を書き留めてください。
erase-save-more = { $count ->
   *[other] ほかに有効なライセンスが { $count } 件
}
erase-confirm = 完全に消去する
erase-sign-in = 安全のため、過去 { $minutes } 分以内のサインインが必要です。もう一度サインインすると、このページに戻ります。
erase-sign-in-go = もう一度サインインする
erase-type = 確認のため、ご自身のメールアドレスを入力してください：{ $address }
erase-go = 自分のデータを完全に消去する
erase-stay = このままにする
erased-title = データを消去しました
erased-text = { $vendor } には、お名前もメールアドレスも残っていません。すべての場所でサインアウトしました。
erased-licenses = { $count ->
    [0] メッセージとアカウントはなくなりました。
   *[other] { $count } 件のライセンスは誰のものでもなくなりました。製品はキーファイルで引き続き動作します。
}
erased-at = 消去日時
erased-number = この消去の番号
erased-number-hint = 必要であれば控えておいてください。消去が行われたことと日時を示すもので、誰のものかは分かりません。
erased-home = 最初のページへ
problem-other-address = サインインに使用しているメールアドレスではありません。
problem-sign-in-again = サインインから時間がたっています。もう一度サインインしてください。

## メールアドレスの変更

profile-address = メールアドレス
profile-address-text = ライセンスに関するメッセージはこのアドレスに届き、サインインにもこのアドレスを使います。変更する場合は、ここに新しいアドレスを入力してください。そのアドレスにメールを送ります。確認すると、すべてのライセンスが新しいアドレスに登録されます。
field-new-address = 新しいメールアドレス
address-ask = メールを送る
address-sent = メールを送信しました。
address-waits = 確認待ち：
address-waits-text = メールのリンクは、サインインしているこの環境で開いてください。それまでは何も変わりません。
address-waits-until = リンクの有効期限：
address-again = もう一度送る
address-cancel = 変更をやめる
address-before = 以前のメールアドレス：
address-undo-until = 以前のアドレスから変更を取り消すことができ、シリアル番号の交換ができない期間の終わり：
address-confirm-title = メールアドレスを変更しますか？
address-confirm-text = すべてのライセンスが新しいアドレスに登録されます。
address-confirm-now = 現在のメールアドレス
address-confirm-mail = ライセンスに関するメッセージは新しいアドレスに届き、サインインにもそのアドレスを使います。
address-confirm-visits = ほかのデバイスはサインアウトされます。
address-confirm-undo = 以前のアドレスにもお知らせします。そこから72時間以内であれば変更を取り消せます。この間、シリアル番号の交換は行えません。
address-confirm-go = メールアドレスを変更する
address-confirm-not = 変更しない場合は、このページを閉じてください。何も変わりません。
address-elsewhere-title = 確認にはサインインが必要です
address-elsewhere-text = アドレスの入力間違いでライセンスが他人に渡らないよう、新しいアドレスはサインインした状態でのみ確認できます。変更を希望したデバイスでこのリンクを開くか、ライセンスの現在のアドレスでここからサインインしてください。
address-elsewhere-go = ここでサインインする
address-elsewhere-not = お心当たりがない場合は、何もする必要はありません。何も変わりません。
address-failed-title = このリンクは無効です
address-failed-text = すでに使用されたか、取りやめられたか、古くなっています。プロフィールで現在のアドレスを確かめ、新しいメールを送ることができます。
address-failed-go = プロフィールに進む
address-taken-title = このアドレスは使用できません
address-taken-text = ライセンスをこのアドレスに登録することはできません。何も変わっていません。プロフィールで別のアドレスを入力するか、{ $vendor } にお問い合わせください。
address-done-title = メールアドレスを変更しました
address-done-text = すべてのライセンスが { $address } に登録されました。今後はこのアドレスでサインインしてください。
address-done-undo = { $old } にもお知らせします。そこから72時間以内であれば変更を取り消せます。この間、シリアル番号の交換は行えません。
undo-title = メールアドレスの変更を取り消しますか？
undo-text = すべてのライセンスが再び { $old } に登録されます。
undo-now = 現在の登録先：
undo-until = 取り消しの期限：
undo-out = サインイン中のすべてのデバイスがサインアウトされます。パスキーとカレンダーのアドレスは使えなくなります。
undo-later = その後に行われたメールアドレスの変更も取り消されます。
undo-go = 変更を取り消す
undo-not = ご自身による変更の場合は、何もする必要はありません。
undone-title = 変更を取り消しました
undone-text = すべてのライセンスが再び { $address } に登録されました。すべてのデバイスがサインアウトされ、パスキーとカレンダーのアドレスは使えなくなりました。
undone-next = サインインして、問題がないか確かめてください。シリアル番号を他人に見られたおそれがある場合は、交換してください。
undone-go = サインインする
undo-over-title = ここではもう取り消せません
undo-over-text = メールアドレスの変更を取り消せるのは72時間以内です。お心当たりのない変更の場合は、{ $vendor } にお問い合わせください。
undo-over-go = { $vendor } のサイトに進む
possible-from = 可能になる日時：
